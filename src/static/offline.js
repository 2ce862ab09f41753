// Keeps the app for use without a network, and offers a new version when there is one.
const address = new URL("../sw.js", import.meta.url).href;
// The page may make this one policy, and it only ever gives this one address.
const policy = window.trustedTypes?.createPolicy("plumbline-worker", { createScriptURL: () => address });
const workers = navigator.serviceWorker;

/** A worker of a newer version waits until no tab needs the old one, or until somebody asks for it here. */
function offer(worker) {
  const notice = document.getElementById("update");
  notice.hidden = false;
  document.getElementById("update-later").onclick = () => (notice.hidden = true);
  document.getElementById("update-now").onclick = () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    worker.postMessage("use now");
  };
}

async function keep() {
  const registration = await workers.register(policy ? policy.createScriptURL("") : address, { updateViaCache: "none" });
  if (registration.waiting && workers.controller) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => {
      if (worker.state === "installed" && workers.controller) offer(worker);
    });
  });
}

// Without a worker (an insecure address, a private window) the app needs the network, as any page does.
if (workers) keep().catch(() => {});
