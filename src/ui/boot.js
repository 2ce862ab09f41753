// Starts the app over the page as it was rendered.
import init from "./plumbline.js";

init({ module_or_path: new URL("./plumbline.wasm", import.meta.url) })
  // What keeps the app for use without a network can wait until the app runs.
  .then(() => location.protocol.startsWith("http") && import("./offline.js"))
  .catch((error) => dispatchEvent(new CustomEvent("plumbline-stopped", { detail: `${error}` })));
