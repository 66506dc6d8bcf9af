// One headless Chromium for all tests; every page it opens remembers what it asked of others and what it complained about.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

/** The server under test, e.g. http://127.0.0.1:8080/. */
export const SERVER = new URL(process.env.GREENLIGHT_URL ?? 'http://127.0.0.1:8080/');

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PATIENCE_MS = Number(process.env.BROWSER_PATIENCE_MS ?? 60_000);
const screenshots = process.env.SCREENSHOTS ?? fileURLToPath(new URL('../../target/screenshots', import.meta.url));

export function launch() {
  const executablePath = process.env.CHROMIUM ?? USUAL_PLACES.find(existsSync);
  assert.ok(executablePath, `no Chromium found: install it, or name it in CHROMIUM (looked at ${USUAL_PLACES.join(', ')})`);
  mkdirSync(screenshots, { recursive: true });
  return chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page in a profile of its own, and the list of its faults: requests to elsewhere, broken policy, uncaught errors. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults = [];
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url());
    if (origin !== SERVER.origin && !['blob:', 'data:'].includes(protocol)) faults.push(`asked ${request.url()}`);
  });
  page.on('pageerror', error => faults.push(`uncaught ${error}`));
  page.on('console', message => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  const response = await page.goto(new URL(address, SERVER).href);
  return { page, faults, status: response.status(), close: () => context.close() };
}

export function picture(page, name, options) {
  return page.screenshot({ path: `${screenshots}/${name}.png`, ...options });
}

/** The next answer of /graphql that is not the playground's own look at the schema. */
export async function nextAnswer(page) {
  const response = await page.waitForResponse(
    response => response.url() === new URL('graphql', SERVER).href && !/__schema/.test(response.request().postData() ?? ''),
  );
  return response.json();
}
