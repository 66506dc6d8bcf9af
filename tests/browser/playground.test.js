import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { launch, nextAnswer, open, picture, SERVER } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser?.close());

const dataShown = page => page.locator('.graphiql-response .view-lines').filter({ hasText: '"data"' }).waitFor();

/** A first visit: the first saved question is asked by itself. */
async function openPlayground(options) {
  const opened = await open(browser, 'playground', options);
  await dataShown(opened.page);
  return opened;
}

test('every saved question is asked with one click and shows data', async () => {
  const { page, faults, close } = await openPlayground();
  const questions = page.getByRole('region', { name: 'Saved questions' }).getByRole('button');
  const titles = await questions.locator('strong').allTextContents();
  assert.equal(titles.length, 10);
  for (const [index, title] of titles.entries()) {
    const [answer] = await Promise.all([nextAnswer(page), questions.nth(index).click()]);
    assert.equal(answer.errors, undefined, title);
    assert.ok(Object.values(answer.data).every(value => value !== null), `${title}: null`);
    await dataShown(page);
  }
  await picture(page, 'playground-question');
  assert.deepEqual(faults, []);
  await close();
});

test('a question that was changed keeps its tab when another is asked', async () => {
  const { page, faults, close } = await openPlayground();
  const questions = page.getByRole('region', { name: 'Saved questions' }).getByRole('button');
  const tabs = page.getByRole('tablist', { name: 'Select active operation' }).getByRole('tab');
  await page.locator('.graphiql-query-editor .view-lines').click();
  await page.keyboard.type('# mine\n');
  await Promise.all([nextAnswer(page), questions.nth(3).click()]);
  await tabs.nth(1).waitFor();
  assert.equal(await tabs.count(), 2);
  assert.deepEqual(faults, []);
  await close();
});

test('the docs pane shows the descriptions of the schema', async () => {
  const { page, faults, close } = await openPlayground();
  const { data } = await page.evaluate(async address => {
    const query = '{ __type(name: "Query") { description fields { name description } } }';
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return answer.json();
  }, new URL('graphql', SERVER).href);
  const [field] = data.__type.fields;
  assert.ok(data.__type.description && field.description, 'the schema describes nothing');

  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  const docs = page.locator('.graphiql-doc-explorer');
  await docs.getByRole('link', { name: 'Query', exact: true }).click();
  const plain = text => text.replace(/[`*_]/g, '').split('\n')[0];
  await docs.getByText(plain(data.__type.description)).first().waitFor();
  await docs.getByText(plain(field.description)).first().waitFor();
  await picture(page, 'playground-docs');
  assert.deepEqual(faults, []);
  await close();
});

test('the explorer pane offers the fields of the schema', async () => {
  const { page, faults, close } = await openPlayground({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
  await page.locator('.graphiql-explorer-root').getByText('show', { exact: true }).first().waitFor();
  await picture(page, 'playground-explorer-dark');
  assert.deepEqual(faults, []);
  await close();
});
