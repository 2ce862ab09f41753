// What becomes of answers: kept, shared between tabs, never lost, never kept when nobody wanted it.
import { test, expect } from "../support/test.js";
import { ISO_42001, SOC_2, answer, begin, go, open, openSample, question, saved, saving, title } from "../support/app.js";

/** Everything localStorage holds. */
const stored = (page) => page.evaluate(() => Object.entries(localStorage).sort());

const chosen = (page) => question(page).getByRole("radio", { checked: true });

test("a reload finds everything", async ({ page }) => {
  await begin(page, "Kept");
  await answer(page, 3);
  await page.getByLabel("Note", { exact: true }).fill("Ünïcode – “quotes” & <b>tags</b>\nsecond line 🪢");
  await page.getByLabel("Owner").fill("Security");
  await page.getByLabel("Due").fill("2027-03-31");
  await saved(page);
  const place = page.url();
  await page.reload();
  await go(page, new URL(place).hash);
  await go(page, `${new URL(place).hash.split("/").slice(0, 4).join("/")}/CC1.1`);
  await expect(chosen(page)).toHaveAccessibleName(/^3\b/);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Ünïcode – “quotes” & <b>tags</b>\nsecond line 🪢");
  await expect(page.getByLabel("Owner")).toHaveValue("Security");
  await expect(page.getByLabel("Due")).toHaveValue("2027-03-31");
  await open(page);
  await expect(page.getByRole("region", { name: "Your assessments" })).toContainText("1 of 33 answered");
});

test("a second tab sees an answer as it is given", async ({ page, context }) => {
  await begin(page, "Shared");
  await page.getByRole("link", { name: /^CC1\.2 / }).click();
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(question(second)).toBeVisible();
  await expect(chosen(second)).toHaveCount(0);
  await answer(page, 4);
  await expect(chosen(second)).toHaveAccessibleName(/^4\b/);
  await second.getByLabel("Note", { exact: true }).fill("from the second tab");
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("from the second tab");
  await expect(chosen(page)).toHaveAccessibleName(/^4\b/);
});

test("answers given in two tabs at once are all kept", async ({ page, context }) => {
  await begin(page, "Two hands");
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await expect(question(second)).toBeVisible();
  const base = new URL(page.url()).hash.split("/").slice(0, 4).join("/");
  for (const [one, two] of [["CC2.1", "CC3.1"], ["CC2.2", "CC3.2"], ["CC2.3", "CC3.3"]]) {
    await Promise.all([go(page, `${base}/${one}`), go(second, `${base}/${two}`)]);
    await Promise.all([answer(page, 2), answer(second, 5)]);
  }
  for (const tab of [page, second]) {
    await expect(tab.getByText(/6 of 33 answered/).first()).toBeVisible();
    await saved(tab);
  }
  await page.reload();
  await expect(page.getByText(/6 of 33 answered/).first()).toBeVisible();
});

test("the sample opens, can be played with, clears, and is never stored", async ({ page }) => {
  await openSample(page);
  await expect(page.getByText("Its answers are made up and are never saved.")).toBeVisible();
  const before = await stored(page);
  await go(page, `#/assess/sample/${SOC_2}/CC1.1`);
  await answer(page, 5);
  await expect(chosen(page)).toHaveAccessibleName(/^5\b/);
  await go(page, `#/assess/sample/${ISO_42001}`);
  await answer(page, 1);
  expect(await stored(page)).toEqual(before);
  expect(JSON.stringify(before)).not.toContain("Harbour");
  await page.getByRole("button", { name: "Clear the sample" }).click();
  await expect(title(page)).toHaveText("How far from true?");
  await go(page, `#/results/sample/${SOC_2}`);
  await expect(title(page)).toHaveText("This assessment is not in this browser");
});

test("the sample is gone after a reload", async ({ page }) => {
  await openSample(page);
  await page.reload();
  await expect(title(page)).toHaveText("This assessment is not in this browser");
});

test("deleting asks first", async ({ page }) => {
  await begin(page, "Short-lived");
  await answer(page, 2);
  await saved(page);
  await open(page);
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Short-lived" }) });
  const remove = page.getByRole("button", { name: "Delete Short-lived" });
  const dialog = page.getByRole("dialog", { name: "Delete “Short-lived”?" });
  await remove.click();
  await expect(dialog).toContainText("There is no copy anywhere else.");
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toBeVisible();
  await remove.click();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(row).toBeVisible();
  await remove.click();
  await dialog.getByRole("button", { name: "Delete it" }).click();
  await expect(row).toHaveCount(0);
  await expect.poll(async () => JSON.stringify(await stored(page))).not.toContain("Short-lived");
  await page.reload();
  await expect(page.getByText("None yet.")).toBeVisible();
});

test.describe("a browser that denies storage", () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      const deny = {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, deny);
    });
  });

  test("leaves everything usable and says that nothing is saved", async ({ page }) => {
    await begin(page, "Unkept");
    await expect(saving(page)).toContainText("Not saved");
    await answer(page, 3);
    await expect(page.getByText(/1 of 33 answered/).first()).toBeVisible();
    await expect(saving(page)).toContainText("Not saved");
    await page.getByRole("link", { name: "Results", exact: true }).click();
    await expect(title(page)).toHaveText("SOC 2 results");
    await expect(saving(page)).toContainText("Not saved");
  });
});

test.describe("a browser without room", () => {
  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
  });

  test("keeps answers in its other storage", async ({ page }) => {
    await begin(page, "One copy");
    await answer(page, 3);
    await saved(page);
    await open(page);
    await page.reload();
    await expect(page.getByRole("region", { name: "Your assessments" })).toContainText("1 of 33 answered");
  });

  test("and without another one says that nothing is saved, and keeps the answers on the screen", async ({ page, context }) => {
    await context.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
    await begin(page, "No room");
    await expect(saving(page)).toContainText("Not saved");
    await answer(page, 3);
    await expect(chosen(page)).toHaveAccessibleName(/^3\b/);
  });
});

test("a damaged slot is shown and kept as it is, byte for byte", async ({ page }) => {
  await begin(page, "Beside it");
  await answer(page, 3);
  await saved(page);
  const key = "plumbline/1/broken/tab.0";
  const raw = '{"format":"plumbline-assessment","schema":1,"app":"0.1.0","crc32":"00000000","document":{"id":"bro\u{1F4A5}';
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key, raw]);
  await page.goto("./#/");
  await page.reload();
  const notice = page.getByRole("alert").filter({ hasText: "could not be read" });
  await expect(notice).toBeVisible();
  await notice.locator("summary").click();
  await expect(notice.getByRole("textbox", { name: key })).toHaveValue(raw);
  // The healthy assessment beside it goes on as before.
  await page.getByRole("link", { name: "Continue SOC 2" }).click();
  await expect(question(page)).toBeVisible();
  await answer(page, 1);
  await saved(page);
  expect(await page.evaluate((name) => localStorage.getItem(name), key)).toBe(raw);
});

test("other applications' keys are left alone", async ({ page }) => {
  await open(page);
  await page.evaluate(() => localStorage.setItem("somebody-else", "not JSON {"));
  await begin(page, "Neighbour");
  await saved(page);
  await open(page);
  await page.getByRole("button", { name: "Delete Neighbour" }).click();
  await page.getByRole("button", { name: "Delete it" }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("somebody-else"))).toBe("not JSON {");
});
