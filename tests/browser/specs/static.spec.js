// What stands before the app and beside it: rendered pages, the single file, the worker, and the way to one's data.
import { test, expect } from "@playwright/test";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import path from "node:path";

const DIST = fileURLToPath(new URL("../../../dist", import.meta.url));
const PAIR = "compare/iso-42001-2023-vs-soc-2-2017/";
const PAIR_ROUTE = "#/compare/iso-42001-2023+soc-2-2017";
const TYPES = {
  ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
  ".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".png": "image/png",
};

const heading = (page) => page.getByRole("main").getByRole("heading", { level: 1 });
/** Resolves once the app stands where the rendered page was. */
const takenOver = (page) => expect(page.locator(".still")).toHaveCount(0);

/** Collects what the policy blocked, from before the first script. */
async function watchPolicy(page) {
  const blocked = [];
  await page.exposeFunction("reportBlocked", (text) => blocked.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) =>
      window.reportBlocked(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  });
  return blocked;
}

/** Serves dist/ on an origin of its own; `change` may answer a path differently, and `close` ends it. */
async function serve(change = () => undefined, headers = {}) {
  const server = createServer(async (request, response) => {
    let name = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1);
    if (name === "" || name.endsWith("/")) name += "index.html";
    const changed = await change(name);
    const body = changed === undefined ? await readFile(path.join(DIST, name)).catch(() => null) : changed;
    response.writeHead(body === null ? 404 : 200, {
      "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream", "Cache-Control": "no-cache", ...headers,
    });
    response.end(body ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a comparison shows its verdict, its overlap and its tables", async ({ page }) => {
    await page.goto(PAIR);
    await expect(heading(page)).toHaveText("ISO/IEC 42001 vs SOC 2");
    await expect(page.locator(".verdict p").first()).toBeVisible();
    await expect(page.locator("table.differences")).toHaveCount(2);
    await expect(page.locator(".overlap .directions")).toBeVisible();
    await expect(page.locator("noscript p")).toBeVisible();
    await expect(page.locator("#stopped")).toBeHidden();
  });

  test("links lead from page to page", async ({ page }) => {
    await page.goto("");
    await page.getByRole("main").getByRole("link", { name: "SOC 2", exact: true }).click();
    await expect(page).toHaveURL(/framework\/soc-2-2017\/$/);
    await page.goto(PAIR);
    await page.locator("#others ~ * a, section:has(#others) a").first().click();
    await expect(page).toHaveURL(/compare\/[^/]+-vs-[^/]+\/$/);
    await expect(page.locator(".verdict p").first()).toBeVisible();
    await page.getByRole("link", { name: "Plumbline", exact: true }).click();
    await expect(heading(page)).toHaveText("How far from true?");
  });
});

test("every rendered page is of its own address and leads to pages that are there", async ({ request }) => {
  const home = await (await request.get("")).text();
  const pages = new Set([""]);
  const links = (from, html) =>
    [...html.matchAll(/ href="([^"#]*)(#[^"]*)?"/g)].map(([, to]) => new URL(to, new URL(from, "http://x/")).pathname.slice(1));
  const queue = links("", home).filter((to) => to.endsWith("/"));
  while (queue.length) {
    const next = queue.pop();
    if (pages.has(next)) continue;
    pages.add(next);
    const answer = await request.get(next);
    expect(answer.status(), next).toBe(200);
    queue.push(...links(next, await answer.text()).filter((to) => to.endsWith("/")));
  }
  const frameworks = [...pages].filter((name) => name.startsWith("framework/")).length;
  const pairs = [...pages].filter((name) => name.startsWith("compare/")).length;
  expect(frameworks).toBeGreaterThan(10);
  expect(pairs).toBe((frameworks * (frameworks - 1)) / 2);
});

for (const [name, address] of Object.entries({ home: "", framework: "framework/soc-2-2017/", method: "method/", pair: PAIR })) {
  test(`the app takes over the ${name} page without moving anything`, async ({ page }) => {
    const blocked = await watchPolicy(page);
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
        .observe({ type: "layout-shift", buffered: true });
      addEventListener("DOMContentLoaded", () => {
        window.wasStill = Boolean(document.querySelector(".still"));
        const measure = () => [...document.querySelectorAll("#app h1, #app h2, #app footer")]
          .map((element) => `${element.textContent} ${Math.round(element.getBoundingClientRect().top)}`);
        window.before = measure();
        window.measure = measure;
      });
    });
    await page.goto(address);
    const title = await page.title();
    await takenOver(page);
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => window.wasStill), "measured before the app came").toBe(true);
    expect(await page.evaluate(() => window.measure())).toEqual(await page.evaluate(() => window.before));
    // Less than a thousandth is a fraction of a pixel of one line.
    expect(await page.evaluate(() => window.shifts.reduce((sum, shift) => sum + shift, 0))).toBeLessThan(0.001);
    expect(await page.title()).toBe(title);
    expect(new URL(page.url()).hash).toBe("");
    expect(blocked).toEqual([]);
  });
}

test("moves on a rendered page go back and forward", async ({ page }) => {
  await page.goto(PAIR);
  await takenOver(page);
  await page.getByRole("link", { name: "Library" }).click();
  await expect(heading(page)).toHaveText("How far from true?");
  await page.goBack();
  await expect(heading(page)).toHaveText("ISO/IEC 42001 vs SOC 2");
  await page.goForward();
  await expect(heading(page)).toHaveText("How far from true?");
  await page.reload();
  await takenOver(page);
  await expect(heading(page)).toHaveText("How far from true?");
});

test("another place asked for at a rendered address is not preceded by what was rendered", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${PAIR}#/framework/soc-2-2017`);
  await expect(page.locator(".still main")).toBeHidden();
  release();
  await expect(heading(page)).toHaveText("SOC 2");
});

test("what a reader did before the app came is kept", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route("**/plumbline.*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("framework/soc-2-2017/");
  await page.locator("details.faq summary").first().click();
  await page.getByLabel("Find by id or words").fill("CC6.1");
  await page.evaluate(() => scrollTo(0, 900));
  release();
  await takenOver(page);
  await expect(page.locator("details.faq").first()).toHaveAttribute("open", "");
  await expect(page.getByLabel("Find by id or words")).toHaveValue("CC6.1");
  await expect(page.getByLabel("Find by id or words")).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(900);
});

test("the single file does the main job from disk, with the network off", async ({ context }) => {
  await context.setOffline(true);
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const blocked = await watchPolicy(page);
  await page.goto(pathToFileURL(path.join(DIST, "plumbline.html")).href);
  await takenOver(page);
  await page.goto(`${page.url().split("#")[0]}#/start/soc-2-2017`);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  const control = page.getByRole("group", { name: "Where do you stand?" });
  await expect(control).toBeVisible();
  await page.getByRole("radio", { name: /^2\b/ }).click();
  const route = await page.evaluate(() => location.hash);
  await page.evaluate((to) => (location.hash = to), route.replace("#/assess", "#/results").split("/").slice(0, 4).join("/"));
  await expect(heading(page)).toHaveText("SOC 2 results");
  await expect(page.getByText(/1 of \d+ requirements in scope/)).toBeVisible();
  await page.evaluate((to) => (location.hash = to), PAIR_ROUTE);
  await expect(heading(page)).toHaveText("ISO/IEC 42001 vs SOC 2");
  await expect(page.locator(".overlap .directions")).toBeVisible();
  await page.evaluate(() => (location.hash = "#/matrix"));
  await expect(page.locator("main table").first()).toBeVisible();
  expect(asked.every((url) => url.startsWith("file:") && url.includes("plumbline.html"))).toBe(true);
  expect(blocked).toEqual([]);
});

test("the single file may run its own scripts and ask nobody anything", async ({ page }) => {
  await page.goto(pathToFileURL(path.join(DIST, "plumbline.html")).href);
  await takenOver(page);
  const violated = await page.evaluate(async () => {
    const seen = [];
    addEventListener("securitypolicyviolation", (event) => seen.push(event.effectiveDirective));
    const script = document.createElement("script");
    // A page under Trusted Types refuses text as a script before the policy sees it.
    try {
      script.textContent = "window.ran = true";
      document.body.append(script);
    } catch {
      seen.push("refused");
    }
    const request = new XMLHttpRequest();
    request.open("GET", "https://example.org/");
    try {
      request.send();
    } catch {
      // Reported as a violation.
    }
    navigator.sendBeacon?.("https://example.org/");
    const image = new Image();
    image.src = "https://example.org/x.png";
    await new Promise((resolve) => setTimeout(resolve, 300));
    return { seen, ran: window.ran };
  });
  expect(violated.ran).toBeUndefined();
  expect(violated.seen).toEqual(expect.arrayContaining(["refused", "connect-src", "img-src"]));
});

test("after the first load the site works without a server", async ({ page }) => {
  const site = await serve();
  const blocked = await watchPolicy(page);
  await page.goto(site.address);
  await takenOver(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then((ready) => ready.active.state === "activated" || new Promise((resolve) => (ready.active.onstatechange = resolve))));
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  await site.close();
  await page.reload();
  await takenOver(page);
  await expect(heading(page)).toHaveText("How far from true?");
  await page.goto(`${site.address}${PAIR}`);
  await expect(heading(page)).toHaveText("ISO/IEC 42001 vs SOC 2");
  await expect(page.locator("table.differences").first()).toBeVisible();
  await page.goto(`${site.address}rescue.html`);
  await expect(page.getByText("This browser keeps nothing for Plumbline")).toBeVisible();
  expect(blocked).toEqual([]);
});

test("a newer version waits until somebody asks for it, and old tabs keep their parts", async ({ context }) => {
  let next = false;
  const site = await serve(async (name) => {
    if (!next || !["sw.js", "index.html"].includes(name)) return undefined;
    const text = await readFile(path.join(DIST, name), "utf8");
    return name === "sw.js"
      ? text.replace(/const VERSION = "[^"]+"/, 'const VERSION = "next"')
      : text.replace("</body>", "<p id=next hidden></p></body>");
  });
  const old = await context.newPage();
  await old.goto(site.address);
  await takenOver(old);
  await expect.poll(() => old.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
  next = true;
  const fresh = await context.newPage();
  await fresh.goto(site.address);
  await takenOver(fresh);
  await expect(fresh.getByText("A newer version of Plumbline is ready.")).toBeVisible();
  await fresh.reload();
  await takenOver(fresh);
  await expect(fresh.locator("#next")).toHaveCount(0);
  await fresh.getByRole("button", { name: "Use it now" }).click();
  await expect(fresh.locator("#next")).toHaveCount(1);
  await takenOver(fresh);
  await site.close();
  // The tab of the version before was left alone, and still finds what it has not fetched yet.
  await expect(old.locator("#next")).toHaveCount(0);
  await old.evaluate(() => (location.hash = "#/start/soc-2-2017"));
  await expect(old.getByRole("button", { name: "Begin", exact: true })).toBeVisible();
});

test("rescue.html gives the data out when the program is missing", async ({ page }) => {
  const site = await serve((name) => (name.endsWith(".wasm") ? null : undefined));
  await page.goto(site.address);
  await expect(page.locator("#stopped-missing")).toBeVisible();
  await expect(heading(page)).toBeVisible();
  await page.evaluate(async () => {
    localStorage.setItem("plumbline/1/one/a.0", '{"local":1}');
    localStorage.setItem("plumbline/settings", "theme=dark");
    localStorage.setItem("somebody/else", "not ours");
    const opening = indexedDB.open("plumbline", 1);
    await new Promise((resolve, reject) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore("slots");
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    const transaction = opening.result.transaction("slots", "readwrite");
    transaction.objectStore("slots").put('{"local":1}', "plumbline/1/one/a.0");
    transaction.objectStore("slots").put('{"database":1}', "plumbline/1/two/b.0");
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opening.result.close();
  });
  await page.getByRole("link", { name: "Save your answers without the program" }).click();
  await expect(page.getByRole("listitem")).toHaveCount(3);
  const [one] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "plumbline/1/two/b.0" }).click()]);
  expect(await readFile(await one.path(), "utf8")).toBe('{"database":1}');
  const [all] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Save everything (3)" }).click()]);
  const saved = JSON.parse(await readFile(await all.path(), "utf8"));
  expect(saved.entries.map(({ key, place, text }) => [key, place, text])).toEqual([
    ["plumbline/1/one/a.0", "local storage", '{"local":1}'],
    ["plumbline/1/two/b.0", "database", '{"database":1}'],
    ["plumbline/settings", "local storage", "theme=dark"],
  ]);
  await site.close();
});

test("rescue.html leaves no database behind where there was none", async ({ page }) => {
  const site = await serve();
  await page.goto(`${site.address}rescue.html`);
  await expect(page.getByText("This browser keeps nothing for Plumbline")).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
  await site.close();
});

test("a policy that refuses WebAssembly is named, and the article stays readable", async ({ page }) => {
  const site = await serve(undefined, { "Content-Security-Policy": "script-src 'self'" });
  await page.goto(`${site.address}${PAIR}`);
  await expect(page.locator("#stopped-policy")).toBeVisible();
  await expect(page.locator("table.differences").first()).toBeVisible();
  await site.close();
});

test("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto("");
  await expect(page.locator("#stopped-old")).toBeVisible();
});

test("a missing script is told as well", async ({ page }) => {
  const site = await serve((name) => (name.startsWith("assets/parts.") ? null : undefined));
  await page.goto(site.address);
  await expect(page.locator("#stopped-missing")).toBeVisible();
  await site.close();
});

test("the chosen theme is there from the first paint", async ({ page }) => {
  await page.route("**/plumbline.*.wasm", () => {});
  await page.addInitScript(() => localStorage.setItem("plumbline/settings", "theme=dark\nkeys=on\n"));
  await page.goto("", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator(".still")).toHaveCount(1);
});

test("the site can be installed", async ({ request }) => {
  const manifest = await (await request.get("manifest.webmanifest")).json();
  expect(manifest.start_url).toBe("./");
  for (const icon of manifest.icons) expect((await request.get(icon.src)).status(), icon.src).toBe(200);
  const sizes = manifest.icons.map(({ sizes, purpose }) => [sizes, purpose ?? "any"].join(" "));
  expect(sizes).toEqual(["any any", "192x192 any", "512x512 any", "512x512 maskable"]);
});
