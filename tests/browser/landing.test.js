import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, nextAnswer, open, picture } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const WHOLE = { fullPage: true };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true };

test('the first page says what the server is, holds, and how to ask it', async () => {
  const { page, faults, status, close } = await open(browser, '.');
  assert.equal(status, 200);
  for (const heading of ['What it holds', 'How to ask', 'How to fill it']) {
    await page.getByRole('heading', { name: heading }).waitFor();
  }
  assert.equal(await page.locator('.questions a').count(), 10);
  await picture(page, 'landing-light', WHOLE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'landing-dark', WHOLE);
  assert.deepEqual(faults, []);
  await close();
});

test('on a phone nothing of the first page is wider than the screen', async () => {
  const { page, faults, close } = await open(browser, '.', PHONE);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  await picture(page, 'landing-phone', WHOLE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, 'landing-phone-dark', WHOLE);
  assert.deepEqual(faults, []);
  await close();
});

test('a question on the first page opens in the playground and is asked there', async () => {
  const { page, faults, close } = await open(browser, '.');
  const [answer] = await Promise.all([nextAnswer(page), page.locator('.questions a').nth(1).click()]);
  assert.equal(answer.errors, undefined);
  assert.ok(answer.data.show, 'the launch show is not in this catalog');
  assert.deepEqual(faults, []);
  await close();
});
