// Starts the app out of a single file. It has no network: what the app fetches stands in the page, compressed.
window.fetch = async (address) => {
  const name = String(address).split("/").pop();
  const block = document.getElementById(name);
  if (!block) throw new TypeError(`there is no ${name} in this file`);
  const bytes = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(unpacked, { headers: { "Content-Type": type } });
};

__wbg_init({ module_or_path: window.fetch("plumbline.wasm") })
  .catch((error) => dispatchEvent(new CustomEvent("plumbline-stopped", { detail: `${error}` })));
