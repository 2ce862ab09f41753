// Taking everything away and bringing it back: backups, erasing, undo.
import { readFile } from "node:fs/promises";

import { test, expect } from "../support/test.js";
import { answer, begin, go, open, question, saved, title } from "../support/app.js";

const chosen = (page) => question(page).getByRole("radio", { checked: true });

/** Downloads a backup from the page of one's data; gives its path. */
async function backUp(page, passphrase = "") {
  await go(page, "#/data");
  await page.getByLabel("Passphrase, if the file is to be encrypted").fill(passphrase);
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download a backup" }).click();
  return (await downloaded).path();
}

async function erase(page) {
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Erase everything" }).click();
  await expect(title(page)).toHaveText("How far from true?");
  await expect(page.getByText("None yet.")).toBeVisible();
}

test("a backup brings everything back after it was erased", async ({ page }) => {
  await begin(page, "Taken along");
  const place = new URL(page.url()).hash;
  await answer(page, 4);
  await page.getByLabel("Note", { exact: true }).fill("kept through it all");
  await saved(page);
  const file = await backUp(page);
  await page.evaluate(() => localStorage.setItem("somebody-else", "untouched"));
  await erase(page);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("plumbline/1/")))).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem("somebody-else"))).toBe("untouched");
  await go(page, "#/data");
  await page.getByLabel("Backup file").setInputFiles({ name: "backup.json", mimeType: "application/json", buffer: await readFile(file) });
  await expect(page.getByText(/^Taken along, .*1 answers/)).toBeVisible();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByText("One assessment is back.")).toBeVisible();
  await saved(page);
  await page.reload();
  await go(page, `${place.split("/").slice(0, 4).join("/")}/CC1.1`);
  await expect(chosen(page)).toHaveAccessibleName(/^4\b/);
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("kept through it all");
});

test("an encrypted backup opens with its passphrase alone", async ({ page }) => {
  await begin(page, "Under lock");
  await answer(page, 2);
  await saved(page);
  const bytes = await readFile(await backUp(page, "correct horse battery"));
  expect(bytes.toString()).not.toContain("Under lock");
  await page.getByLabel("Backup file").setInputFiles({ name: "locked.json", mimeType: "application/json", buffer: bytes });
  await page.getByLabel("Passphrase of this file").fill("wrong");
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("alert")).toContainText(/passphrase/i);
  await page.getByLabel("Backup file").setInputFiles([]);
  await page.getByLabel("Backup file").setInputFiles({ name: "again.json", mimeType: "application/json", buffer: bytes });
  await page.getByLabel("Passphrase of this file").fill("correct horse battery");
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByText(/^Under lock, .*1 answers/)).toBeVisible();
});

test("a foreign file is refused and changes nothing", async ({ page }) => {
  await begin(page, "Untouched");
  await answer(page, 1);
  await saved(page);
  const before = await page.evaluate(() => Object.entries(localStorage).sort());
  await go(page, "#/data");
  await page.getByLabel("Backup file").setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from('{"a":1}') });
  await expect(page.getByRole("alert")).toContainText("Choose a file that Plumbline made");
  expect(await page.evaluate(() => Object.entries(localStorage).sort())).toEqual(before);
});

test("a deed is taken back and done again", async ({ page }) => {
  await begin(page, "Second thoughts");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await answer(page, 3);
  await answer(page, 5);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chosen(page)).toHaveAccessibleName(/^3\b/);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(chosen(page)).toHaveAccessibleName(/^5\b/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chosen(page)).toHaveCount(0);
  await saved(page);
});

test("the plan ranks what to do and leads to the controls", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(title(page)).toHaveText("Plan");
  const first = page.getByRole("table").first().getByRole("rowheader").first().getByRole("link");
  const name = await first.textContent();
  await first.click();
  await expect(title(page)).toHaveText(name);
});

test("a control of the annex is justified in the statement itself", async ({ page }) => {
  await open(page, "#/start/iso-42001-2023");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await expect(question(page)).toBeVisible();
  await page.getByRole("link", { name: "Results" }).click();
  await page.getByRole("link", { name: "Statement of Applicability" }).click();
  await expect(page.getByText("38 controls have no justification yet.")).toBeVisible();
  await page.getByLabel("Why A.2.2 is applied").fill("Risk R-4");
  await expect(page.getByText("37 controls have no justification yet.")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("Why A.2.2 is applied")).toHaveValue("Risk R-4");
});

test("an answer on one framework is taken over on the other", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Open the sample" }).click();
  await go(page, "#/reuse/sample");
  const accept = page.getByRole("button", { name: "Accept", exact: true });
  const before = await accept.count();
  expect(before).toBeGreaterThan(3);
  await accept.first().click();
  await expect(accept).toHaveCount(before - 1);
  await page.getByRole("button", { name: "Set aside", exact: true }).first().click();
  await expect(accept).toHaveCount(before - 2);
  await expect(page.getByText("Set aside (1)")).toBeVisible();
});
