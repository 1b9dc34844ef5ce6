import { tabTo } from '../support/keyboard.ts';
import { olga } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test('a client is found and opened from anywhere', async ({ desk, salon }) => {
  const client = await olga(salon);
  await desk.keyboard.press('Slash');
  const dialog = desk.getByRole('dialog', { name: word('shell_palette') });
  await expect(dialog).toBeVisible();
  await desk.keyboard.type(client.phone.replace(/\D/g, '').slice(-4));
  await expect(dialog.getByRole('option', { name: new RegExp(client.name) })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: client.name, level: 1 })).toBeVisible();
});

test('a client is written down by keys', async ({ desk, salon }) => {
  await goTo(desk, 'clients');
  await tabTo(desk, desk.getByRole('button', { name: word('clients_new'), exact: true }));
  await desk.keyboard.press('Enter');
  await tabTo(desk, desk.getByRole('textbox', { name: word('clients_first_name') }));
  await desk.keyboard.type('Марфа');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('clients_created'))).toBeVisible();
  expect((await salon.call('search_clients', { text: 'Марфа', limit: 2 })).clients).toHaveLength(1);
});

test('sales and history are walked through by keys', async ({ desk }) => {
  await goTo(desk, 'sales');
  await tabTo(desk, desk.getByRole('button', { name: word('sales_previous') }));
  await desk.keyboard.press('Enter');
  await tabTo(desk, desk.getByRole('grid').getByRole('row').nth(1));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('complementary')).toBeVisible();
  await goTo(desk, 'history');
  await tabTo(desk, desk.getByRole('grid').getByRole('row').nth(1));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('complementary')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(desk.getByRole('complementary')).toHaveCount(0);
});

test('a backup is made by keys', async ({ desk }) => {
  await goTo(desk, 'settings/backups');
  await tabTo(desk, desk.getByRole('button', { name: word('settings_backup_make') }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('settings_backup_made'))).toBeVisible();
});
