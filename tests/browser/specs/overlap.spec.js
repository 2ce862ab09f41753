// What two frameworks have in common, and the common controls they meet in.
import { test, expect } from "../support/test.js";
import { PAIR, open, section, title } from "../support/app.js";

test("the overlap is told in both directions, which differ", async ({ page }) => {
  await open(page, PAIR);
  const overlap = section(page, "Overlap");
  const there = overlap.getByText(/^Of the \d+ .* of ISO\/IEC 42001, SOC 2 carries \d+ in full and \d+ in part; \d+ are new work\.$/);
  const back = overlap.getByText(/^Of the 61 criteria of SOC 2, ISO\/IEC 42001 carries \d+ in full and \d+ in part; \d+ are new work\.$/);
  await expect(there).toBeVisible();
  await expect(back).toBeVisible();
  for (const sentence of [await there.textContent(), await back.textContent()]) {
    const [total, full, partial, fresh] = sentence.match(/\d+(?= [^0-9]* of )|(?<=carries )\d+|(?<=and )\d+(?= in part)|\d+(?= are new)/g).map(Number);
    expect(full + partial + fresh).toBe(total);
  }
});

test("the overlap turns round", async ({ page }) => {
  await open(page, PAIR);
  const overlap = section(page, "Overlap");
  await expect(overlap.getByRole("heading", { name: "If you already have SOC 2: what of ISO/IEC 42001 is left" })).toBeVisible();
  await overlap.getByRole("button", { name: "Turn round: if you have ISO/IEC 42001" }).click();
  await expect(overlap.getByRole("heading", { name: "If you already have ISO/IEC 42001: what of SOC 2 is left" })).toBeVisible();
});

test("with three frameworks the pair is chosen", async ({ page }) => {
  await open(page, `${PAIR}+gdpr`);
  const overlap = section(page, "Overlap");
  await overlap.getByLabel("Which two").selectOption("ISO/IEC 42001 and GDPR");
  await expect(overlap.getByRole("heading", { name: "If you already have ISO/IEC 42001: what of GDPR is left" })).toBeVisible();
});

test("the matrix leads to the pairs behind a cell", async ({ page }) => {
  await open(page, "#/matrix");
  const frameworks = await page.getByRole("rowheader").count();
  expect(frameworks).toBeGreaterThanOrEqual(14);
  await expect(page.getByRole("columnheader")).toHaveCount(frameworks);
  const cells = page.getByRole("table").getByRole("link");
  await expect(cells).toHaveCount(frameworks * (frameworks - 1));
  await cells.filter({ hasText: /^SOC 2 to ISO\/IEC 42001:/ }).click();
  await expect(title(page)).toHaveText("SOC 2 vs ISO/IEC 42001");
  await expect(page.getByRole("heading", { name: "Overlap", exact: true })).toBeInViewport();
});

test("a common control says who asks for it", async ({ page }) => {
  await open(page, "#/controls");
  await page.getByRole("searchbox").fill("IAM-01");
  await page.getByRole("link", { name: /^IAM-01 / }).click();
  await expect(title(page)).toHaveText(/^IAM-01 /);
  await expect(page.getByText("An assessor would ask for")).toBeVisible();
  const asking = page.getByRole("main").getByRole("heading", { level: 3 });
  const framework = await asking.first().textContent();
  await asking.first().getByRole("link").click();
  await expect(title(page)).toHaveText(framework);
});
