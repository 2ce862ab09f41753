// How the browser tests run. `cargo xtask test browser` serves dist/, says where, and starts them.
import { defineConfig } from "@playwright/test";

const address = process.env.PLUMBLINE_ADDRESS;
if (!address) {
  throw new Error("run these tests with: cargo xtask test browser (it serves the app and sets PLUMBLINE_ADDRESS)");
}
// Chromium refuses its sandbox to root, and only to root.
const root = process.getuid?.() === 0;

export default defineConfig({
  testDir: "specs",
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time has failed.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // Limits after which something is taken to hang; no test asserts a time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `${address}/`,
    viewport: { width: 1280, height: 800 },
    chromiumSandbox: !root,
    launchOptions: { executablePath: process.env.PLUMBLINE_CHROMIUM },
  },
});
