// A framework: its article, and everything it asks.
import { test, expect } from "../support/test.js";
import { open, section, title } from "../support/app.js";

const ALL = "All criteria";

test("a framework has its article", async ({ page }) => {
  await open(page, "#/framework/soc-2-2017");
  await expect(title(page)).toHaveText("SOC 2");
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([
    "What it is",
    "Key features",
    "Key components",
    "Why organisations use it",
    "Implementation overview",
    "At a glance",
    "Questions",
    ALL,
    "Sources",
  ]);
  await expect(section(page, "Sources").getByRole("link").first()).toHaveAttribute("href", /^https:/);
});

test("the contents lead to the sections, and the address keeps the place", async ({ page }) => {
  await open(page, "#/framework/soc-2-2017");
  await page.getByRole("navigation", { name: "On this page" }).getByRole("link", { name: ALL }).click();
  await expect(page).toHaveURL(/#\/framework\/soc-2-2017\/requirements$/);
  await expect(page.getByRole("heading", { name: ALL })).toBeFocused();
  await expect(page.getByRole("heading", { name: ALL })).toBeInViewport();
});

test("a requirement is found by its id", async ({ page }) => {
  await open(page, "#/framework/soc-2-2017");
  await page.getByRole("searchbox", { name: "Find by id or words" }).fill("cc6.1");
  await expect(section(page, ALL).getByRole("status")).toHaveText("1 match");
  const found = section(page, ALL).locator("summary");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText("CC6.1");
});

test("a requirement is found by words and opens to what an assessor asks for", async ({ page }) => {
  await open(page, "#/framework/soc-2-2017");
  await page.getByRole("searchbox", { name: "Find by id or words" }).fill("vendor");
  await expect(section(page, ALL).getByRole("status")).toHaveText(/^\d+ match(es)?$/);
  const first = section(page, ALL).getByRole("group").first();
  await first.locator("summary").click();
  await expect(first.getByText("An assessor would ask for")).toBeVisible();
});

test("a search that finds nothing says what to try", async ({ page }) => {
  await open(page, "#/framework/soc-2-2017");
  const search = page.getByRole("searchbox", { name: "Find by id or words" });
  await search.fill("zzzz");
  await expect(section(page, ALL)).toContainText("Nothing matches.");
  await search.fill("");
  await expect(section(page, ALL).locator("summary")).toHaveCount(61);
});

test("a framework leads to its assessment and to a comparison", async ({ page }) => {
  await open(page, "#/framework/gdpr");
  await page.getByLabel("Compare with").selectOption({ label: "SOC 2" });
  await page.getByRole("main").getByRole("link", { name: "Compare", exact: true }).click();
  await expect(title(page)).toHaveText("GDPR vs SOC 2");
  await open(page, "#/framework/gdpr");
  await page.getByRole("link", { name: "Assess this" }).click();
  await expect(title(page)).toHaveText("Assess GDPR");
});

test("every framework of the library opens", async ({ page }) => {
  await open(page);
  const rows = page.getByRole("region", { name: "Library" }).getByRole("rowheader").getByRole("link");
  const ways = await rows.evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.textContent]));
  expect(ways.length).toBeGreaterThanOrEqual(14);
  for (const [href, short] of ways) {
    await open(page, href);
    await expect(title(page)).toHaveText(short);
    await expect(page.getByRole("heading", { name: "Sources", exact: true })).toBeVisible();
  }
});
