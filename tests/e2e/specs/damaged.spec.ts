import { expect, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test.use({ kind: 'damaged' });

test('a damaged file is named, kept, and a backup brings the salon back', async ({ door, salon, look }) => {
  await expect(door.getByRole('heading', { name: word('damaged_title') })).toBeVisible();
  await expect(door.getByText(like('damaged_kept'))).toBeVisible();
  await look('damaged');
  await door.getByRole('table').getByRole('button', { name: new RegExp(`^${word('settings_backup_restore')}`) }).first().click();
  await door.getByRole('dialog').getByRole('button', { name: word('settings_backup_restore'), exact: true }).click();
  await expect(door.getByRole('heading', { name: word('login_who') })).toBeVisible({ timeout: 20_000 });
  const list = await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 1 });
  expect(list.clients).toHaveLength(1);
});

test('a path where no backup lies is refused', async ({ door }) => {
  await door.getByLabel(word('damaged_path')).fill('/nowhere/at/all.db');
  await door.getByRole('button', { name: word('damaged_restore_path') }).click();
  await expect(door.getByRole('alert').first()).toBeVisible();
  await expect(door.getByRole('heading', { name: word('damaged_title') })).toBeVisible();
});
