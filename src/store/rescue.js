// Gives out, as files, everything this browser keeps for Plumbline. Works without the program and changes nothing.
const OWN = "plumbline/";
const PLACES = { "local storage": readLocal, database: readDatabase };

/** Every entry as `{key, place, text}`; an entry that is the same in both places counts once. */
async function entries(problems) {
  const found = [];
  for (const [place, read] of Object.entries(PLACES)) {
    try {
      for (const [key, text] of await read()) {
        if (!found.some((other) => other.key === key && other.text === text)) found.push({ key, place, text });
      }
    } catch (error) {
      problems.push(`The ${place} of this browser cannot be read: ${error.message ?? error}`);
    }
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
}

function readLocal() {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(OWN));
  return keys.map((key) => [key, localStorage.getItem(key)]);
}

async function readDatabase() {
  const opening = indexedDB.open("plumbline");
  // There is none: the attempt is called off, so that none is left behind.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await settled(opening).catch((error) => (error.name === "AbortError" ? null : Promise.reject(error)));
  if (!database) return [];
  try {
    const found = [];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([settled(store.getAllKeys()), settled(store.getAll())]);
      const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
      keys.forEach((key, index) => found.push([String(key), text(values[index])]));
    }
    return found;
  } finally {
    database.close();
  }
}

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function element(name, text, parent, attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return parent.appendChild(made);
}

/** A link that saves a text as a file. */
function file(words, name, text, parent, className) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  element("a", words, parent, { href, download: name, className });
}

async function show() {
  const place = document.getElementById("rescue");
  const problems = [];
  const found = await entries(problems);
  place.replaceChildren();
  problems.forEach((problem) => element("p", problem, place, { className: "notice" }));
  if (!found.length) return void element("p", "This browser keeps nothing for Plumbline at this address.", place);
  const all = { format: "plumbline-rescue", version: 1, saved: new Date().toISOString(), entries: found };
  file(`Save everything (${found.length})`, "plumbline-rescue.json", JSON.stringify(all, null, 1), element("p", "", place), "button primary");
  const list = element("ul", "", place, { className: "rescue-list" });
  for (const entry of found) {
    const line = element("li", "", list);
    file(entry.key, `${entry.key.replace(/[^\w.-]+/g, "-")}.json`, entry.text, line, "");
    element("span", ` ${new Blob([entry.text]).size} bytes, ${entry.place}`, line, { className: "quiet" });
  }
}

// On its own page at once; in the single file once the program has stopped.
addEventListener("plumbline-rescue", show);
if (!document.getElementById("app")) show();
