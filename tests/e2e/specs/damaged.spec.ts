import { expect, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test.use({ kind: 'damaged' });

test('a damaged file is named, kept, and a backup brings the salon back', async ({ door, salon, look }) => {
  await expect(door.getByRole('heading', { name: word('damaged_title') })).toBeVisible();
  await expect(door.getByText(like('damaged_kept'))).toBeVisible();
  await look('damaged');
  await door.getByRole('button', { name: new RegExp(`^${word('settings_backup_restore')}(?! из)`) }).first().click();
  await expect(door.getByRole('heading', { name: word('login_who') })).toBeVisible({ timeout: 20_000 });
  expect((await salon.call('search_clients', { text: 'Ольга', limit: 1 })).clients).toHaveLength(1);
});

test('a path where no backup lies is refused', async ({ door }) => {
  await door.getByLabel(word('damaged_path')).fill('/nowhere/at/all.db');
  await door.getByRole('button', { name: word('damaged_restore_path') }).click();
  await expect(door.getByRole('alert').first()).toBeVisible();
  await expect(door.getByRole('heading', { name: word('damaged_title') })).toBeVisible();
});
