import { openedWith, paidInCash, toast } from '../support/cash.ts';
import { inProject } from '../support/programs.ts';
import { ReceiptPrinter } from '../support/printer.ts';
import type { Salon } from '../support/salon.ts';
import { expect, goTo, test as base } from '../support/test.ts';
import { word } from '../support/words.ts';

const test = base.extend<{ printer: ReceiptPrinter }>({
  // eslint-disable-next-line no-empty-pattern
  printer: async ({}, use) => {
    const printer = new ReceiptPrinter();
    await printer.on();
    await use(printer);
    await printer.off();
  },
});

/** The desk prints on this printer, as the settings would have it. */
async function chosen(salon: Salon, printer: ReceiptPrinter): Promise<void> {
  const { device } = await salon.call('list_printers', {});
  const network = { ...device, kind: 'network' as const, address: printer.address };
  await salon.call('choose_printer', { printer: '', print_after_payment: true, device: network });
}

test('a receipt printer is chosen, tried and kept; cash then opens the drawer and prints', async ({ desk, salon, printer, look }) => {
  await goTo(desk, 'settings/printing');
  await desk.getByRole('radio', { name: word('printing_kind_network') }).check({ force: true });
  const address = desk.getByRole('textbox', { name: word('printing_address') });
  await address.fill('192.168.1.500');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expect(desk.getByRole('button', { name: word('common_save') })).toBeDisabled();
  await address.fill(printer.address);
  await desk.getByRole('button', { name: word('settings_printer_test') }).click();
  await expect.poll(() => printer.papers).toBe(1);
  await desk.getByRole('button', { name: word('printing_drawer_test') }).click();
  await expect.poll(() => printer.kicks).toBe(1);
  await desk.getByRole('checkbox', { name: word('settings_printer_by_itself') }).check({ force: true });
  await desk.getByRole('radio', { name: word('printing_mode_text'), exact: true }).check({ force: true });
  await expect(desk.getByRole('textbox', { name: word('printing_code_page_number') })).toHaveValue('17');
  await look('printing-network');
  await desk.getByRole('radio', { name: word('printing_mode_picture') }).check({ force: true });
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  await openedWith(salon, 0);
  await paidInCash(salon, 700_000);
  await expect.poll(() => [printer.kicks, printer.papers]).toEqual([2, 2]);
  const { receipts } = await salon.call('list_receipts', { business_day: null, shift_id: null, text: '', offset: 0, limit: 1 });
  const again = { receipt_id: receipts[0]?.receipt_id ?? '', format: '', printer: '' };
  await salon.call('print_receipt', again);
  await expect.poll(() => printer.papers).toBe(3);
  const [first, second] = printer.came.filter((bytes) => bytes.includes(Buffer.from([0x1d, 0x76, 0x30, 0]))).slice(1);
  expect((second?.length ?? 0) - (first?.length ?? 0), 'the second is longer by the mark of a copy').toBeGreaterThan(1_000);
});

test('a print that failed is shown, waits, and is printed', async ({ desk, salon, printer, look }) => {
  await chosen(salon, printer);
  await printer.off();
  await openedWith(salon, 0);
  await paidInCash(salon, 700_000);
  const chip = desk.getByRole('contentinfo').getByRole('link', { name: word('shell_prints_waiting', { count: 1 }) });
  await expect(chip).toBeVisible({ timeout: 20_000 });
  await chip.click();
  await expect(desk.getByText(word('error_printer_unreachable', { where: printer.address }))).toBeVisible();
  await look('printing-queue');
  const now = desk.getByRole('button', { name: new RegExp(`^${word('printing_queue_retry')}: `) }).first();
  await now.click();
  await expect(toast(desk, 'printing_queue_printed')).toHaveCount(0);
  await printer.on();
  await now.click();
  await expect(toast(desk, 'printing_queue_printed')).toBeVisible();
  await expect(desk.getByText(word('printing_queue_empty'))).toBeVisible();
  await expect(chip).toHaveCount(0);
  expect(printer.papers).toBe(1);
});

test('a print that nobody wants any more is discarded', async ({ desk, salon, printer }) => {
  await chosen(salon, printer);
  await printer.off();
  await openedWith(salon, 0);
  await paidInCash(salon, 500_000);
  await goTo(desk, 'settings/printing');
  await desk.getByRole('button', { name: new RegExp(`^${word('printing_queue_discard')}: `) }).click({ timeout: 20_000 });
  await expect(desk.getByText(word('printing_queue_empty'))).toBeVisible();
});

test('the drawer is opened by a key, which the history keeps', async ({ desk, salon, printer }) => {
  await openedWith(salon, 0);
  await goTo(desk, 'cash');
  await expect(desk.getByRole('button', { name: word('cash_paper') })).toBeVisible();
  await expect(desk.getByRole('button', { name: word('cash_drawer_open') })).toHaveCount(0);
  await chosen(salon, printer);
  await desk.reload();
  await expect(desk.getByRole('button', { name: word('cash_drawer_open') })).toBeVisible();
  await desk.keyboard.press('KeyD');
  await expect(toast(desk, 'cash_drawer_opened')).toBeVisible();
  expect(printer.kicks).toBe(1);
  await goTo(desk, 'history');
  await expect(desk.getByText(word('operation_drawer_opened')).first()).toBeVisible();
});

test('an X report is looked at by keys, on any paper, and printed', async ({ desk, salon, printer, look }) => {
  await openedWith(salon, 2_000_000);
  await paidInCash(salon, 700_000);
  await goTo(desk, 'cash');
  await expect(desk.getByRole('button', { name: word('cash_paper') })).toBeVisible();
  await look('cash-with-tools');
  await desk.keyboard.press('KeyP');
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('img')).toBeVisible();
  await desk.waitForLoadState('networkidle');
  await look('cash-report-paper');
  await dialog.getByRole('button', { name: word('common_print') }).click();
  await expect(dialog.getByText(word('error_no_printer'))).toBeVisible();
  await chosen(salon, printer);
  await dialog.getByRole('button', { name: word('common_print') }).click();
  await expect(toast(desk, 'cash_paper_printed')).toBeVisible();
  expect(printer.papers).toBe(1);
});

test('the look of receipts is typed and seen at once', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/receipt');
  const sample = desk.getByRole('region', { name: word('printing_preview') }).getByRole('img');
  await expect(sample).toBeVisible();
  const before = await sample.getAttribute('src');
  await desk.getByRole('textbox', { name: word('printing_header') }).fill('Ногти, волосы, брови');
  await desk.getByRole('textbox', { name: word('settings_footer') }).fill('Ждём вас снова!\nЗапись: +7 701 000 00 00');
  await expect.poll(() => sample.getAttribute('src')).not.toBe(before);
  await desk.getByRole('checkbox', { name: word('printing_show_client') }).check({ force: true });
  const file = desk.locator('input[type=file]');
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a no picture') });
  await expect(desk.getByText(word('error_not_a_picture'))).toBeVisible();
  await file.setInputFiles(inProject('tests/fixtures/logo.png'));
  await expect(desk.getByRole('img', { name: word('printing_logo_alt') })).toBeVisible();
  await expect(desk.getByText(word('error_not_a_picture'))).toHaveCount(0);
  await desk.waitForLoadState('networkidle');
  await look('settings-receipt-typed');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  const kept = await salon.call('get_receipt_template', {});
  expect([kept.header, kept.show_client, kept.show_staff]).toEqual(['Ногти, волосы, брови', true, true]);
  expect(kept.logo_base64.startsWith('iVBORw0KGgo')).toBe(true);
  await desk.getByRole('button', { name: word('common_undo'), exact: true }).click();
  await expect.poll(async () => (await salon.call('get_receipt_template', {})).logo_base64).toBe('');
});
