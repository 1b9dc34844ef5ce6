import { expect, goTo, signIn, test } from '../support/test.ts';
import { word } from '../support/words.ts';

for (const part of ['salon', 'staff', 'services', 'receipt', 'printing', 'backups', 'device'])
  test(`settings, ${part}`, async ({ desk, look }) => {
    await goTo(desk, 'settings');
    await desk.getByRole('link', { name: word(`settings_${part}`) }).click();
    await expect(desk.getByRole('link', { name: word(`settings_${part}`) })).toHaveAttribute('aria-current', /page|true/);
    await desk.waitForLoadState('networkidle');
    await look(`settings-${part}`);
  });

test('the name of the salon may not be empty', async ({ desk, salon }) => {
  await goTo(desk, 'settings');
  const name = desk.getByRole('textbox', { name: word('settings_salon_name') });
  await name.fill('');
  await desk.getByRole('button', { name: word('common_save'), exact: true }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Камелия');
  await desk.getByRole('button', { name: word('common_save'), exact: true }).click();
  await expect.poll(async () => (await salon.call('get_app_state', {})).salon_name).toBe('Камелия');
});

test('a backup is made and restored: what came after it is gone', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/backups');
  await desk.getByRole('button', { name: word('settings_backup_make') }).click();
  await expect(desk.getByText(word('settings_backup_made'))).toBeVisible();
  const { clients } = await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 1 });
  const id = clients[0]?.client_id ?? '';
  const { client } = await salon.call('get_client', { client_id: id });
  await salon.call('update_client', { client_id: id, client: { ...client, first_name: 'Оксана' } });
  await desk.getByRole('table').getByRole('button', { name: new RegExp(`^${word('settings_backup_restore')}`) }).first().click();
  await look('settings-restore');
  await desk.getByRole('dialog').getByRole('button', { name: word('settings_backup_restore'), exact: true }).click();
  await expect(desk.getByRole('heading', { name: word('login_who') })).toBeVisible({ timeout: 20_000 });
  salon.signedOut();
  const after = await salon.call('get_client', { client_id: id });
  expect(after.client.first_name).toBe(client.first_name);
});

test('practice happens on a copy and leaves nothing behind', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/device');
  await desk.getByRole('button', { name: word('settings_practice_start') }).click();
  await expect(desk.getByRole('heading', { name: word('login_who') })).toBeVisible({ timeout: 20_000 });
  salon.signedOut();
  await signIn(desk);
  const banner = desk.getByText(word('shell_practice'));
  await expect(banner).toBeVisible();
  await look('practice');
  const { clients } = await salon.call('list_clients', { text: '', sort: 'name', retired: false, offset: 0, limit: 1 });
  const id = clients[0]?.client_id ?? '';
  const { client } = await salon.call('get_client', { client_id: id });
  await salon.call('update_client', { client_id: id, client: { ...client, first_name: 'Оксана' } });
  await desk.getByRole('button', { name: word('shell_practice_stop') }).first().click();
  await expect(desk.getByRole('heading', { name: word('login_who') })).toBeVisible({ timeout: 20_000 });
  salon.signedOut();
  await signIn(desk);
  await expect(banner).toHaveCount(0);
  expect((await salon.call('get_client', { client_id: id })).client.first_name).toBe(client.first_name);
});
