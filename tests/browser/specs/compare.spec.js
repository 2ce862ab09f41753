// The comparison: everything an article has, and what no article has.
import { test, expect } from "../support/test.js";
import { PAIR, answer, begin, go, open, saved, section, title } from "../support/app.js";

test("a comparison says what each framework is", async ({ page }) => {
  await open(page, PAIR);
  await expect(title(page)).toHaveText("SOC 2 vs ISO/IEC 42001");
  const head = page.getByRole("main").locator("header");
  await expect(head.getByText("Voluntary")).toHaveCount(2);
  await expect(head.getByText("SOC 2 Trust Services Criteria")).toBeVisible();
  await expect(head.getByText("2017", { exact: true })).toBeVisible();
  await expect(head.getByText("2023", { exact: true })).toBeVisible();
});

test("a law and a choice carry different badges", async ({ page }) => {
  await open(page, "#/compare/soc-2-2017+gdpr");
  const head = page.getByRole("main").locator("header");
  await expect(head.getByText("Voluntary")).toHaveCount(1);
  await expect(head.getByText("Mandatory")).toHaveCount(1);
  await expect(section(page, "Quick verdict")).toContainText("is binding where it applies");
});

test("the verdict says what each gives and when to choose it", async ({ page }) => {
  await open(page, PAIR);
  const verdict = section(page, "Quick verdict");
  await expect(verdict).toContainText("SOC 2 gives customers an independent auditor's opinion");
  await expect(verdict).toContainText("Choose SOC 2 when");
  await expect(verdict).toContainText("Choose ISO/IEC 42001 when");
});

test("each side has its features, numbered", async ({ page }) => {
  await open(page, PAIR);
  const lists = section(page, "Key features").getByRole("list");
  await expect(lists).toHaveCount(2);
  for (const list of await lists.all()) {
    expect(await list.getByRole("listitem").count()).toBeGreaterThanOrEqual(4);
  }
});

test("cost, complexity and time stand side by side", async ({ page }) => {
  await open(page, PAIR);
  const table = section(page, "Cost, complexity and time").getByRole("table");
  await expect(table.getByRole("columnheader")).toHaveText(["Aspect", /SOC 2$/, /ISO\/IEC 42001$/]);
  await expect(table.getByRole("rowheader")).toHaveText(["Cost", "Complexity", "Usual time", "Asks"]);
  await expect(table.getByRole("cell", { name: "61 criteria" })).toBeVisible();
  await expect(table.getByRole("cell", { name: /months$/ })).toHaveCount(2);
  await expect(section(page, "Cost, complexity and time")).toContainText("an editorial estimate");
});

test("the six differences stand in a table and are explained", async ({ page }) => {
  await open(page, PAIR);
  const rows = section(page, "Key differences").getByRole("rowheader");
  await expect(rows).toHaveCount(6);
  const names = await rows.allTextContents();
  const explained = section(page, "The differences explained").getByRole("heading", { level: 3 });
  await expect(explained).toHaveText(names);
});

test("the analysis goes through both frameworks in the same order", async ({ page }) => {
  await open(page, PAIR);
  const analysis = section(page, "Detailed analysis");
  await expect(analysis.getByRole("heading", { level: 3 })).toHaveText([
    "What it is",
    "Key components",
    "Why organisations use it",
    "Implementation overview",
  ]);
});

test("a question opens to its answer", async ({ page }) => {
  await open(page, PAIR);
  const first = section(page, "Questions").getByRole("group").first();
  const answer = first.getByRole("paragraph");
  await expect(answer).toBeHidden();
  await first.locator("summary").click();
  await expect(answer).toBeVisible();
});

test("other comparisons are one step away", async ({ page }) => {
  await open(page, PAIR);
  const others = section(page, "Other comparisons");
  const link = others.getByRole("link", { name: "SOC 2 vs GDPR" });
  await link.click();
  await expect(title(page)).toHaveText("SOC 2 vs GDPR");
});

test("before any answer the comparison offers to assess either side", async ({ page }) => {
  await open(page, PAIR);
  const own = section(page, "For you");
  await expect(own).toContainText("Answer a few questions on either side");
  await own.getByRole("link", { name: "Assess ISO/IEC 42001" }).click();
  await expect(title(page)).toHaveText("Assess ISO/IEC 42001");
});

test("after some answers the comparison shows the reader's own score and gaps", async ({ page }) => {
  await begin(page, "Harbour 2026");
  await answer(page, 1);
  await saved(page);
  await go(page, PAIR);
  const own = section(page, "For you");
  await expect(own).not.toContainText("Answer a few questions on either side");
  await expect(own).toContainText("From “Harbour 2026”.");
  await expect(own).toContainText("1 of 33 answered");
  await expect(own.getByRole("link", { name: /^CC1\.1 / })).toBeVisible();
  await own.getByRole("link", { name: "See the results" }).click();
  await expect(title(page)).toHaveText("SOC 2 results");
});

test("two frameworks chosen at the door are compared", async ({ page }) => {
  await open(page);
  await page.getByLabel("First framework").selectOption({ label: "GDPR" });
  await page.getByLabel("Second framework").selectOption({ label: "SOC 2" });
  await page.getByRole("link", { name: "Compare them" }).click();
  await expect(title(page)).toHaveText("GDPR vs SOC 2");
});
