/** Goods of a salon, and what its clients have, by the same commands as the desk. */
import type { Page } from '@playwright/test';
import { clientOf } from './prepare.ts';
import type { Salon } from './salon.ts';
import { expect } from './test.ts';
import { word } from './words.ts';

export const BARCODE = '4870001234567';

/** A shampoo of 15 900 with five on the shelf, and an oil of 8 000 with none. */
export async function withGoods(salon: Salon): Promise<{ shampoo: string; oil: string }> {
  const product = (name: string, barcode: string, price_minor: number, min: number) =>
    salon.call('save_product', {
      product_id: null,
      product: { name, category: 'Уход', unit: 'piece', barcode, price_minor, min, supplier: 'BeautyPro' },
    });
  const { product_id: shampoo } = await product('Шампунь Angel.Wash, 250 мл', BARCODE, 1_590_000, 2000);
  const { product_id: oil } = await product('Масло для волос', '4870009876543', 800_000, 1000);
  await salon.call('receive_goods', {
    lines: [{ product_id: shampoo, quantity: 5000, cost_minor: 4_500_000 }],
    note: 'BeautyPro № 88',
  });
  return { shampoo, oil };
}

/** What is sold on a bill is paid in cash and done. */
async function settle(salon: Salon, appointment_id: string): Promise<void> {
  const { methods, appointment } = await salon.call('get_checkout', { appointment_id, with: [] });
  const method_id = methods[0]?.method_id ?? '';
  const amount_minor = appointment.remaining_minor;
  const line = { method_id, source_id: null, line_id: null, amount_minor, tendered_minor: null, tip_minor: 0 };
  await salon.call('take_payment', { appointment_id, with: [], payments: [line], tips: [], after: 'complete' });
}

/** A client with 3 000 on the balance, a package of five sessions, and a certificate GIFT2026 over 4 000. */
export async function withCredits(salon: Salon): Promise<{ client_id: string; name: string }> {
  await salon.call('open_shift', { count: null });
  const client = await clientOf(salon, 'а');
  const { client_id } = client;
  const { offer_id } = await salon.call('save_package_offer', {
    offer_id: null,
    name: 'Пять укладок',
    price_minor: 2_500_000,
    service_ids: [],
    sessions: 5,
    valid_days: 90,
    periods: null,
  });
  const { appointment_id } = await salon.call('start_sale', { client_id });
  await salon.call('add_top_up', { appointment_id, amount_minor: 300_000 });
  await salon.call('add_package', { appointment_id, offer_id, seller_id: null });
  await salon.call('add_certificate', {
    appointment_id,
    value_minor: 400_000,
    code: 'GIFT2026',
    valid_until: null,
    seller_id: null,
  });
  await settle(salon, appointment_id);
  return client;
}

/** The field that puts goods on a bill. */
export const finder = (desk: Page) => desk.getByRole('combobox', { name: word('checkout_add') });

/** What stands on the bill under this name. */
export const onBill = (desk: Page, name: string) => desk.locator('[data-item]').filter({ hasText: name });

/** A scanner types: a key every five milliseconds, then Enter, however slow this machine is. */
export async function scan(desk: Page, digits: string): Promise<void> {
  const keyboard = await desk.context().newCDPSession(desk);
  let timestamp = Date.now() / 1000;
  for (const key of [...digits, 'Enter']) {
    const enter = key === 'Enter';
    const press = { key, code: enter ? key : `Digit${key}`, windowsVirtualKeyCode: enter ? 13 : key.charCodeAt(0) };
    await keyboard.send('Input.dispatchKeyEvent', { ...press, type: 'keyDown', text: enter ? '\r' : key, timestamp });
    await keyboard.send('Input.dispatchKeyEvent', { ...press, type: 'keyUp', timestamp });
    timestamp += 0.005;
  }
  await keyboard.detach();
}

/** The bill's items as the engine keeps them. */
export async function itemsOf(salon: Salon, appointment_id: string) {
  const { appointment } = await salon.call('get_checkout', { appointment_id, with: [] });
  return appointment.items;
}

/** Waits until the bill has so many items. */
export async function hasItems(salon: Salon, visit: string, count: number): Promise<void> {
  await expect.poll(async () => (await itemsOf(salon, visit)).length).toBe(count);
}
