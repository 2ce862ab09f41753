// What a reader did to the page before the app took it over: opened details, choices, words typed, focus.
{
  const PARTS = "a, button, details, input, select, summary, textarea";
  const app = document.getElementById("app");
  const still = app.querySelector(".still");
  let focused = null;
  app.addEventListener("focusin", ({ target }) => (focused = target));

  const written = (field) =>
    field.tagName === "SELECT" ? ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value : field.defaultValue;

  const carry = () => {
    const [before, after] = [still, app].map((place) => [...place.querySelectorAll(PARTS)]);
    // Another place, or one that shows more than was rendered: nothing corresponds.
    if (before.length !== after.length || "elsewhere" in document.documentElement.dataset) return;
    before.forEach((old, index) => {
      const fresh = after[index];
      if (old.open) fresh.open = true;
      // Only what the reader changed: what the app knows better, such as the theme, is not the reader's doing.
      if (/INPUT|SELECT/.test(old.tagName) && old.value !== written(old) && old.value !== fresh.value) {
        fresh.value = old.value;
        fresh.dispatchEvent(new Event(old.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
      }
      if (old === focused) fresh.focus({ preventScroll: true });
    });
  };

  new MutationObserver((_, observer) => {
    if (still.isConnected || !app.querySelector("main")) return;
    observer.disconnect();
    carry();
    delete document.documentElement.dataset.elsewhere;
  }).observe(app, { childList: true });
}
