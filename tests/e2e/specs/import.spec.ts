import { inProject } from '../support/programs.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

const fixture = (name: string) => inProject('tests/fixtures/clients', name);

test('a messy export comes in, its problems are shown, and the whole is undone', async ({ desk, salon, look }) => {
  const count = async () => (await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 1 })).total;
  const before = await count();
  await goTo(desk, 'import');
  await look('import-choose');
  await desk.locator('input[type=file]').setInputFiles(fixture('yclients_like_1.xlsx'));
  const run = desk.getByRole('button', { name: like('import_run') });
  await expect(run).toBeEnabled();
  await look('import-check');
  await desk.getByRole('tab', { name: like('import_tab_problems') }).click();
  await expect(desk.getByRole('tabpanel').getByRole('row').nth(1)).toBeVisible();
  await look('import-problems');
  expect(await count()).toBe(before);
  await run.click();
  await expect(desk.getByRole('button', { name: word('import_undo') })).toBeVisible({ timeout: 30_000 });
  await look('import-done');
  expect(await count()).toBeGreaterThan(before);
  await desk.getByRole('button', { name: word('import_undo') }).click();
  await expect(desk.getByText(word('import_undone')).first()).toBeVisible();
  expect(await count()).toBe(before);
});

for (const name of ['not_a_sheet.xlsx', 'password.xlsx', 'truncated.xlsx', 'empty.xlsx'])
  test(`${name} is refused with a sentence and nothing is written`, async ({ desk }) => {
    await goTo(desk, 'import');
    await desk.locator('input[type=file]').setInputFiles(fixture(name));
    await expect(desk.getByRole('alert').first()).toBeVisible();
    await expect(desk.getByRole('button', { name: like('import_run') })).toHaveCount(0);
  });
