import { hasItems, withCredits } from '../support/goods.ts';
import { expect, goTo, test } from '../support/test.ts';
import { openCheckout } from '../support/till.ts';
import { word } from '../support/words.ts';

test('a certificate that was just sold is given on paper by keys', async ({ desk, salon, look }) => {
  await salon.call('open_shift', { count: null });
  const { appointment_id: visit } = await salon.call('start_sale', { client_id: null });
  await salon.call('add_certificate', {
    appointment_id: visit,
    value_minor: 2_000_000,
    code: 'ROSE2026',
    valid_until: null,
    seller_id: null,
  });
  await hasItems(salon, visit, 1);
  await openCheckout(desk, visit);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  await expect(desk.getByRole('button', { name: word('products_certificate_give', { code: 'ROSE2026' }) })).toBeVisible();
  await desk.keyboard.press('c');
  const dialog = desk.getByRole('dialog', { name: word('products_certificate_paper') });
  await expect(dialog.getByRole('textbox', { name: word('products_certificate_recipient') })).toBeFocused();
  const picture = dialog.getByRole('img', { name: word('products_certificate_picture', { code: 'ROSE2026' }) });
  await expect(picture).toBeVisible();
  const blank = await picture.getAttribute('src');
  await desk.keyboard.type('Айгүл');
  await expect.poll(() => picture.getAttribute('src')).not.toBe(blank);
  await look('certificate-paper');
  const saved = desk.waitForEvent('download');
  await dialog.getByRole('button', { name: word('checkout_save_pdf') }).press('Enter');
  expect((await saved).suggestedFilename()).toBe('ROSE2026.pdf');
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a certificate opens from the list and from the card of who bought it', async ({ desk, salon, look }) => {
  const client = await withCredits(salon);
  const dialog = desk.getByRole('dialog', { name: word('products_certificate_paper') });
  await goTo(desk, 'products?tab=certificates');
  await desk.getByRole('row', { name: /GIFT2026/ }).click();
  await expect(dialog.getByRole('img')).toBeVisible();
  await desk.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await goTo(desk, `clients/${client.client_id}`);
  const has = desk.getByRole('region', { name: word('clients_credits') });
  const give = has.getByRole('button', { name: word('products_certificate_give', { code: 'GIFT2026' }) });
  await expect(give).toBeVisible();
  await look('client-certificate');
  await give.press('Enter');
  await expect(dialog.getByRole('img')).toBeVisible();
});

test('a membership is offered by keys, sold, and says what is left of its month', async ({ desk, salon, look }) => {
  const client = await withCredits(salon);
  await goTo(desk, 'products?tab=packages');
  await expect(desk.getByRole('row', { name: /Пять укладок/ })).toBeVisible();
  await desk.keyboard.press('n');
  const field = (name: string) => desk.getByRole('textbox', { name: word(name) });
  await field('products_name').fill('Клуб');
  await field('products_offer_price').fill('60000');
  await field('products_offer_periods').fill('6');
  await expect(field('products_offer_valid')).toBeHidden();
  await field('products_offer_sessions_month').fill('4');
  await look('membership-offer');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('row', { name: /Клуб/ })).toContainText(
    word('products_offer_per_month', { shown: '4' }),
  );
  const { offers } = await salon.call('list_package_offers', {});
  const offer = offers.find(({ name }) => name === 'Клуб');
  expect(offer).toMatchObject({ periods: 6, sessions: 4, valid_days: null });
  const { appointment_id } = await salon.call('start_sale', { client_id: client.client_id });
  await salon.call('add_package', { appointment_id, offer_id: offer?.offer_id ?? '', seller_id: null });
  await openCheckout(desk, appointment_id);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: word('checkout_done') })).toBeVisible();
  const { packages } = await salon.call('get_client_credits', { client_id: client.client_id });
  expect(packages.find(({ name }) => name === 'Клуб')).toMatchObject({ left: 4, periods: 6, usable: true });
  await goTo(desk, `clients/${client.client_id}`);
  const has = desk.getByRole('region', { name: word('clients_credits') });
  await expect(has.locator('[data-package]').filter({ hasText: 'Клуб' })).toContainText(/4.*4/);
  await look('client-membership');
});
