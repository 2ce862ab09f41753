// Runs before anything is painted: is what was rendered here the place that is asked for, and does the program arrive?
{
  const root = document.documentElement;
  const rendered = document.querySelector("meta[name=plumbline-route]").content;
  // Another place is asked for: what was rendered here would only flash by.
  const here = `${location.hash}/`.startsWith(`${rendered}/`);
  if (location.hash.startsWith("#/") && !here) root.dataset.elsewhere = "";

  const kindOf = (reason) => {
    if (!document.querySelector(".still")) return "panic";
    if (/unsafe-eval|CSP|Content.Security/i.test(reason)) return "policy";
    if (/CompileError|LinkError|WebAssembly/.test(reason) && !/magic|MIME|fetch/i.test(reason)) return "old";
    return "missing";
  };

  const stop = (kind, reason) => {
    const notice = document.getElementById("stopped");
    if (!notice.hidden) return;
    delete root.dataset.elsewhere;
    document.getElementById("app").inert = kind === "panic";
    document.getElementById("stopped-reason").textContent = reason;
    document.getElementById(`stopped-${kind}`).hidden = false;
    notice.hidden = false;
    dispatchEvent(new Event("plumbline-rescue"));
  };

  addEventListener("plumbline-stopped", ({ detail }) => stop(kindOf(String(detail)), String(detail)));
  // A script that did not arrive, or that names one that did not.
  addEventListener("error", ({ target }) => {
    if (target.tagName === "SCRIPT") stop("missing", target.src);
  }, true);
  if (!("noModule" in HTMLScriptElement.prototype)) {
    addEventListener("DOMContentLoaded", () => stop("old", "modules"));
  }
}
