// Ways through the app that several specs take.
import { expect } from "@playwright/test";

export const SOC_2 = "soc-2-2017";
export const ISO_42001 = "iso-42001-2023";
export const PAIR = `#/compare/${SOC_2}+${ISO_42001}`;

/** Every kind of page: its name, its address and its heading. Those below `sample` need the sample to be open. */
export const PAGES = [
  ["home", "#/", "How far from true?"],
  ["framework", `#/framework/${SOC_2}`, "SOC 2"],
  ["comparison chooser", "#/compare/", "Compare frameworks"],
  ["comparison of two", PAIR, "SOC 2 vs ISO/IEC 42001"],
  ["comparison of three", `${PAIR}+gdpr`, "SOC 2 vs ISO/IEC 42001 vs GDPR"],
  ["matrix", "#/matrix", "Every framework against every other"],
  ["common controls", "#/controls", "Common controls"],
  ["one control", "#/controls/IAM-01", /^IAM-01 /],
  ["assessment chooser", "#/start/", "Assess"],
  ["assessment form", `#/start/${SOC_2}`, "Assess SOC 2"],
  ["assessment", `#/assess/sample/${SOC_2}`, "SOC 2"],
  ["results", `#/results/sample/${SOC_2}`, "SOC 2 results"],
  ["plan", "#/plan/sample", "Plan"],
  ["answer once", "#/reuse/sample", "Answer once"],
  ["statement", "#/statement/sample/iso-42001-2023", "ISO/IEC 42001 Statement of Applicability"],
  ["data", "#/data", "Your data"],
  ["method", "#/method", "How Plumbline counts"],
  ["nothing there", "#/nowhere", "There is nothing here"],
];

/** Opens an address of the app and waits until the app shows its page, texts included. */
export async function open(page, fragment = "#/") {
  await page.goto(`./${fragment}`);
  await settled(page);
}

/** Opens an address, with the sample where the address is one of its pages. */
export async function visit(page, fragment) {
  if (/\/sample(\/|$)/.test(fragment)) {
    await openSample(page);
    await go(page, fragment);
  } else {
    await open(page, fragment);
  }
}

/** Follows an address inside the running app, as a link would. */
export async function go(page, fragment) {
  await page.evaluate((to) => (location.hash = to), fragment);
  await settled(page);
}

export async function openSample(page) {
  await open(page);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await expect(title(page)).toHaveText("SOC 2 results");
}

/** Begins an assessment of SOC 2 and waits for its first question. */
export async function begin(page, name) {
  await open(page, `#/start/${SOC_2}`);
  await page.getByLabel("Name of the assessment").fill(name);
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(question(page)).toBeVisible();
}

/** Answers the requirement in focus with a level. */
export async function answer(page, level) {
  await page.getByRole("radio", { name: new RegExp(`^${level}\\b`) }).check();
}

/** The heading of the page. */
export const title = (page) => page.getByRole("main").getByRole("heading", { level: 1 });

/** The answer control of the requirement in focus. */
export const question = (page) => page.getByRole("group", { name: "Where do you stand?" });

/** A section of a page by its heading. */
export const section = (page, heading) =>
  page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: heading, exact: true }) });

/** What the head of the page says has become of the answers. */
export const saving = (page) => page.getByRole("banner").getByRole("status");

export async function saved(page) {
  await expect(saving(page)).toHaveText(/^Saved/);
}

async function settled(page) {
  // What was rendered ahead has made way for the app.
  await expect(page.locator(".still")).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Main" })).toBeVisible();
  await expect(title(page)).toBeVisible();
  await expect(page.getByText("Fetching the texts.")).toHaveCount(0);
}
