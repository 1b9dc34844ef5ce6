import { olga } from '../support/prepare.ts';
import { expect, goTo, test } from '../support/test.ts';
import { like, word } from '../support/words.ts';

test('the list finds a client by the last digits and by a wrong keyboard layout', async ({ desk, salon, look }) => {
  await goTo(desk, 'clients');
  const grid = desk.getByRole('grid', { name: word('clients_title') });
  await expect(grid.getByRole('row').nth(3)).toBeVisible();
  await look('clients-list');
  const client = await olga(salon);
  const search = desk.getByRole('searchbox', { name: word('clients_search') });
  await search.fill(client.phone.replace(/\D/g, '').slice(-4));
  await expect(grid.getByRole('row', { name: new RegExp(client.name) })).toBeVisible();
  await search.fill('jkmuf');
  await expect(grid.getByRole('row', { name: /Ольга/ }).first()).toBeVisible();
  await search.fill('000 111 222 333');
  await expect(desk.getByText(like('clients_none'))).toBeVisible();
  await look('clients-none');
});

test('a card is opened, changed, and undo brings the old one back', async ({ desk, salon, look }) => {
  const { client_id: id } = await olga(salon);
  await goTo(desk, `clients/${id}`);
  await desk.getByRole('button', { name: word('clients_edit') }).click();
  const field = desk.getByRole('textbox', { name: word('clients_first_name') });
  await expect(field).toHaveValue('Ольга');
  await look('client-edit');
  await field.fill('Оксана');
  await desk.getByRole('textbox', { name: word('clients_birthday') }).fill('31.02.1990');
  await desk.getByRole('button', { name: word('common_save'), exact: true }).click();
  await expect(desk.getByText(like('clients_bad_birthday'))).toBeVisible();
  await desk.getByRole('textbox', { name: word('clients_birthday') }).fill('28.02.1990');
  await desk.getByRole('button', { name: word('common_save'), exact: true }).click();
  await expect(desk.getByText(word('clients_saved'))).toBeVisible();
  await look('client-card');
  expect((await salon.call('get_client', { client_id: id })).client.first_name).toBe('Оксана');
  await desk.getByRole('button', { name: word('common_undo') }).click();
  await expect.poll(async () => (await salon.call('get_client', { client_id: id })).client.first_name).toBe('Ольга');
});

test('a new client is written down', async ({ desk, salon }) => {
  await goTo(desk, 'clients');
  await desk.getByRole('button', { name: word('clients_new'), exact: true }).click();
  await desk.getByRole('textbox', { name: word('clients_first_name') }).fill('Марфа');
  await desk.getByRole('textbox', { name: word('clients_main_phone') }).fill('8 701 555 01 23');
  await desk.getByRole('button', { name: word('common_save'), exact: true }).click();
  await expect(desk.getByText(word('clients_created'))).toBeVisible();
  const { clients } = await salon.call('search_clients', { text: '5550123', limit: 2 });
  expect(clients.map(({ name, phone }) => [name, phone.replace(/\D/g, '')])).toEqual([['Марфа', '77015550123']]);
});
