// What holds on every page: addresses, titles, focus, themes, narrow screens, and that everyone can use it.
import { AxeBuilder } from "@axe-core/playwright";
import { test, expect } from "../support/test.js";
import { PAGES, PAIR, SOC_2, go, open, openSample, title, visit } from "../support/app.js";

const ASSESSMENT = `#/assess/sample/${SOC_2}`;

for (const [name, route, heading] of PAGES) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test("axe finds nothing", async ({ page }) => {
        await visit(page, route);
        await expect(title(page)).toHaveText(heading);
        await expectNoViolations(page);
      });
    });
  }

  test(`${name} fits a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await visit(page, route);
    await expectNoSidewaysScroll(page);
  });
}

test("axe finds nothing where an assessment is a list, with the keys shown", async ({ page }) => {
  await openSample(page);
  await go(page, ASSESSMENT);
  await page.getByRole("radio", { name: "Section as a list" }).check();
  await page.getByRole("button", { name: "Keys" }).click();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
});

test("a page fits a screen of 320 pixels, which is 400 % of a laptop's", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, PAIR);
  await expectNoSidewaysScroll(page);
  await visit(page, ASSESSMENT);
  await expectNoSidewaysScroll(page);
});

test("a move sets the title and puts focus on the heading", async ({ page }) => {
  await open(page);
  await expect(page).toHaveTitle("Plumbline: How far from true?");
  const moves = [
    ["#/compare/", "Compare frameworks", /Plumbline$/],
    [PAIR, "SOC 2 vs ISO/IEC 42001", "SOC 2 vs ISO/IEC 42001 · Plumbline"],
    [`#/framework/${SOC_2}`, "SOC 2", "SOC 2 · Plumbline"],
    [`#/start/${SOC_2}`, "Assess SOC 2", "Assess SOC 2 · Plumbline"],
    ["#/matrix", "Every framework against every other", "Every framework against every other · Plumbline"],
    ["#/method", "How Plumbline counts", "Method · Plumbline"],
    ["#/nowhere", "There is nothing here", "There is nothing here · Plumbline"],
    ["#/", "How far from true?", "Plumbline: How far from true?"],
  ];
  for (const [route, heading, name] of moves) {
    await go(page, route);
    await expect(title(page)).toHaveText(heading);
    await expect(title(page)).toBeFocused();
    await expect(page).toHaveTitle(name);
  }
});

test("back and forward lead through the pages", async ({ page }) => {
  await open(page);
  await page.getByRole("link", { name: "Compare them" }).click();
  await expect(title(page)).toHaveText("SOC 2 vs ISO/IEC 42001");
  await page.goBack();
  await expect(title(page)).toHaveText("How far from true?");
  await page.goForward();
  await expect(title(page)).toHaveText("SOC 2 vs ISO/IEC 42001");
});

test("the first Tab leads past the head of the page", async ({ page }) => {
  await open(page, PAIR);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(title(page)).toBeFocused();
});

test("the app works below a path, and its links stay there", async ({ page, baseURL }) => {
  await page.goto(`./below/a/path/${PAIR}`);
  await expect(title(page)).toHaveText("SOC 2 vs ISO/IEC 42001");
  await expect(page.getByRole("heading", { name: "Detailed analysis" })).toBeVisible();
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Library" }).click();
  await expect(title(page)).toHaveText("How far from true?");
  expect(page.url()).toBe(`${baseURL}below/a/path/#/`);
});

test("a link leads into the middle of a page", async ({ page }) => {
  await open(page, `${PAIR}/explained`);
  const heading = page.getByRole("heading", { name: "The differences explained" });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test("the theme is switched and stays", async ({ page }) => {
  await open(page);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByLabel("Theme").selectOption("Dark");
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(page.getByLabel("Theme")).toHaveValue("dark");
  await expect.poll(background).toBe(dark);
  await page.getByLabel("Theme").selectOption("As the system");
  await expect.poll(background).toBe(light);
});

test("in forced colours the chosen level still looks chosen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openSample(page);
  await go(page, `#/assess/sample/${SOC_2}/CC1.1`);
  const rungs = page.getByRole("group", { name: "Where do you stand?" }).locator("label");
  await rungs.filter({ hasText: /^3/ }).click();
  const look = (text) =>
    rungs.filter({ hasText: text }).evaluate((rung) => {
      const parts = [rung, ...rung.querySelectorAll("*")].map((part) => getComputedStyle(part));
      return parts.map((style) => [style.backgroundColor, style.borderColor, style.borderWidth, style.outlineStyle]).join();
    });
  await expect(page.getByRole("radio", { checked: true, name: /^3/ })).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  expect(await look(/^3/)).not.toBe(await look(/^5/));
});

test("nothing moves for those who want no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openSample(page);
  for (const route of [ASSESSMENT, `#/results/sample/${SOC_2}`, PAIR, "#/"]) {
    await go(page, route);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const style = getComputedStyle(element);
          const lasts = (durations) => durations.split(",").some((duration) => parseFloat(duration) > 0.01);
          return lasts(style.transitionDuration) || lasts(style.animationDuration);
        })
        .map((element) => element.className || element.tagName),
    );
    expect(moving).toEqual([]);
  }
});

async function expectNoViolations(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("\n    ")}`);
  expect(found).toEqual([]);
}

/** Nor with everything unfolded. */
async function expectNoSidewaysScroll(page) {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  const beyond = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.querySelectorAll("body *")].filter((part) => part.getBoundingClientRect().right > width + 0.5);
    return [`scrolls by ${document.documentElement.scrollWidth - width}`, ...wide.map((part) => part.outerHTML.slice(0, 120))];
  });
  expect(beyond.slice(0, 6)).toEqual([]);
}
