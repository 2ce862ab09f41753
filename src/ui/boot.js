// Starts the app, and says so when it cannot start.
import init from "./plumbline.js";

export function stop(reason) {
  document.getElementById("app").setAttribute("inert", "");
  document.getElementById("stopped-reason").textContent = reason;
  document.getElementById("stopped").hidden = false;
}

addEventListener("plumbline-stopped", (event) => stop(String(event.detail)));

init({ module_or_path: new URL("./plumbline.wasm", import.meta.url) }).catch((error) => {
  stop(`The program could not be loaded: ${error}. Check the connection, or try a current browser.`);
});
