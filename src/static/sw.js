// Keeps this version of the site for use without a network.
//
// A new version is fetched beside this one and waits until no tab needs this one, or until somebody asks for it. Then the
// version before is kept once more, for tabs that still run it.
const VERSION = "{{version}}";
const FILES = {{files}};

const scope = new URL(self.registration.scope);
const OWN = `plumbline ${scope.pathname} `;
const NAME = OWN + VERSION;

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("message", ({ data }) => data === "use now" && self.skipWaiting());
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(scope.href)) return;
  const path = url.slice(scope.href.length).split(/[?#]/)[0];
  if (mode === "navigate") event.respondWith(visit(event.request, path));
  else if (FILES.includes(path) || path.startsWith("assets/")) event.respondWith(file(event.request, path));
});

async function fill() {
  const cache = await caches.open(NAME);
  await Promise.all(FILES.map(async (path) => {
    // A name in assets/ changes with the content, so a copy of any version is the same.
    const known = path.startsWith("assets/") && (await kept(path));
    const response = known || (await fetch(address(path), { cache: path.startsWith("assets/") ? "default" : "no-cache" }));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    // A page that came by a redirection may not answer a visit; its copy may.
    const { status, headers } = response;
    await cache.put(address(path), response.redirected ? new Response(response.body, { status, headers }) : response);
  }));
}

async function tidy() {
  const older = (await versions()).filter((name) => name !== NAME);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

/** The first page belongs to this version; others are fetched, and without a network the app shows what they show. */
async function visit(request, path) {
  if (path === "" || path === "index.html") return (await kept("")) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (error) {
    const copy = FILES.includes(path) && (await kept(path));
    if (copy) return copy;
    const route = path.replace(/(index\.html)?$/, "").replace("-vs-", "+").replace(/\/$/, "");
    if (/^(compare\/|framework\/|method$)/.test(route)) return Response.redirect(`${scope.href}#/${route}`);
    throw error;
  }
}

async function file(request, path) {
  return (await kept(path)) ?? fetch(request);
}

/** The copy of a file: of this version where there is one, else of the version before. */
async function kept(path) {
  for (const name of [NAME, ...(await versions()).reverse()]) {
    const copy = (await caches.has(name)) && (await (await caches.open(name)).match(address(path), { ignoreVary: true }));
    if (copy) return copy;
  }
}

/** The caches of this site, the oldest first. */
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(OWN));
}

function address(path) {
  return new URL(path || "./", scope).href;
}
