// The main job: a whole assessment with the keyboard alone, and what answers mean on the way.
import { test, expect } from "../support/test.js";
import { answer, begin, go, open, question, saved, section, title } from "../support/app.js";

/** Presses Tab until an element has focus. */
async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`120 presses of Tab do not reach ${target}`);
}

test("all 61 criteria of SOC 2 are answered with the keyboard alone", async ({ page }) => {
  await open(page);
  const door = page.getByRole("region", { name: "Assess" });
  await tabTo(page, door.getByRole("link", { name: "Begin an assessment" }));
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Assess SOC 2");

  for (const category of ["Availability", "Confidentiality", "Processing Integrity", "Privacy"]) {
    const box = page.getByRole("checkbox", { name: new RegExp(`^${category}`, "i") });
    await tabTo(page, box);
    await page.keyboard.press("Space");
    await expect(box).toBeChecked();
  }
  await expect(page.getByText("61 criteria to answer.")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Begin", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 61", { exact: true })).toBeVisible();

  // The seventh does not apply, and says why; all others get 0 to 5 in turn.
  const waived = 7;
  for (let place = 1; place <= 61; place += 1) {
    await expect(page.getByText(`${place} of 61`, { exact: true })).toBeVisible();
    if (place === waived) {
      await page.keyboard.press("x");
      await expect(page.getByText("Until a reason stands here")).toBeVisible();
      await tabTo(page, page.getByLabel("Why it does not apply"));
      await page.keyboard.type("Nobody here does this.");
      await expect(page.getByText("Until a reason stands here")).toHaveCount(0);
      await tabTo(page, page.getByRole("button", { name: "Take the answer back" }));
      await page.keyboard.press("n");
    } else {
      await page.keyboard.press(String(place % 6));
      const answered = place > waived ? place - 1 : place;
      const applicable = place > waived ? 60 : 61;
      await expect(page.getByText(`${answered} of ${applicable} answered`).first()).toBeVisible();
    }
  }
  await expect(page.getByText("Everything in scope has an answer.")).toBeVisible();
  await saved(page);

  await tabTo(page, page.getByRole("link", { name: "See the results" }));
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("SOC 2 results");
  const main = page.getByRole("main");
  await expect(main).toContainText("60 of 60 requirements in scope have an answer. One more is marked not applicable.");
  // The levels of places 1 to 61 but the seventh: 0 to 5 ten times over, one 1 in place 61, without the 1 of place 7.
  await expect(section(page, "Maturity")).toContainText("2.5");
  await expect(section(page, "Not applicable")).toContainText("Nobody here does this.");
  await expect(section(page, "Gaps, largest first").getByRole("rowheader").first()).toBeVisible();
});

test("unknown is not zero", async ({ page }) => {
  await begin(page, "Blank");
  await page.getByRole("link", { name: "Results", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("Unknown is not zero.");
  await expect(page.getByRole("heading", { name: "Gaps, largest first" })).toHaveCount(0);
});

test("a waiver without a reason counts as not assessed", async ({ page }) => {
  await begin(page, "Waived");
  await page.keyboard.press("x");
  await expect(page.getByText("Until a reason stands here, this counts as not assessed yet.")).toBeVisible();
  await expect(page.getByText(/not assessed yet, 0 of 33 answered/i)).toBeVisible();
});

test("an answer can be taken back", async ({ page }) => {
  await begin(page, "Undone");
  await answer(page, 4);
  await expect(page.getByText(/1 of 33 answered/).first()).toBeVisible();
  await page.getByRole("button", { name: "Take the answer back" }).click();
  await expect(page.getByText(/not assessed yet, 0 of 33 answered/i)).toBeVisible();
  await expect(question(page).getByRole("radio", { checked: true })).toHaveCount(0);
});

test("keys are letters while somebody types", async ({ page }) => {
  await begin(page, "Typed");
  await page.keyboard.press("e");
  const note = page.getByLabel("Note", { exact: true });
  await expect(note).toBeFocused();
  await page.keyboard.type("5 next x");
  await expect(note).toHaveValue("5 next x");
  await expect(question(page).getByRole("radio", { checked: true })).toHaveCount(0);
});

test("keys can be switched off", async ({ page }) => {
  await begin(page, "Quiet");
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Answer with single keys" }).uncheck();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("3");
  await page.keyboard.press("?");
  await expect(page.getByRole("checkbox", { name: "Answer with single keys" })).toHaveCount(0);
  await expect(question(page).getByRole("radio", { checked: true })).toHaveCount(0);
});

test("a section can be answered as a list", async ({ page }) => {
  await begin(page, "Listed");
  await page.getByRole("radio", { name: "Section as a list" }).check();
  const rows = page.getByRole("main").getByRole("article");
  await expect(rows).toHaveCount(5);
  const third = page.getByRole("group", { name: /^CC1\.3 .*: level$/ });
  await third.getByRole("radio", { name: /^3\b/ }).check();
  await expect(third.getByRole("radio", { name: /^3\b/ })).toBeChecked();
  await expect(third.getByRole("radio", { name: /^3\b/ })).toBeFocused();
  await expect(page.getByText(/1 of 33 answered/).first()).toBeVisible();
});

test("an assessment takes a second framework", async ({ page }) => {
  await begin(page, "Both");
  await go(page, "#/start/iso-42001-2023");
  await page.getByRole("button", { name: "Add to “Both”" }).click();
  await expect(title(page)).toHaveText("ISO/IEC 42001");
  await page.getByRole("main").getByRole("link", { name: "SOC 2", exact: true }).click();
  await expect(title(page)).toHaveText("SOC 2");
});

test("the tree follows the place", async ({ page }) => {
  await begin(page, "Tree");
  const tree = page.getByRole("navigation", { name: "Requirements" });
  await tree.getByRole("link", { name: /^CC6 / }).click();
  await expect(page.getByRole("heading", { level: 2, name: /^CC6\.1 / })).toBeFocused();
  await expect(tree.getByRole("link", { name: /^CC6\.1 / })).toHaveAttribute("aria-current", "step");
});
