// The test function every spec uses. Whatever a spec is about, it fails when the page
// - asks anything of another origin,
// - writes an error to the console, which is also where Chromium reports what the security policy blocked,
// - throws, or shows that the program has stopped.
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
  /** Console messages a spec brings about on purpose, as regular expressions. */
  expectedErrors: [[], { option: true }],

  context: async ({ context, baseURL, expectedErrors }, use) => {
    const own = new URL(baseURL).origin;
    const wrong = [];
    context.on("request", (request) => {
      if (new URL(request.url()).origin !== own) wrong.push(`asked another origin: ${request.url()}`);
    });
    context.on("console", (message) => {
      const expected = expectedErrors.some((pattern) => pattern.test(message.text()));
      if (message.type() === "error" && !expected) wrong.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => wrong.push(`threw: ${error.error()}`));
    await context.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} blocked ${event.blockedURI}`);
      });
      addEventListener("plumbline-stopped", (event) => console.error(`stopped: ${event.detail}`));
    });
    await use(context);
    expect(wrong).toEqual([]);
  },
});
