import { expect, goTo, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test('rules of the calendar are kept', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/calendar');
  await desk.getByLabel(word('settings_calendar_gap')).selectOption('30');
  await desk.getByRole('checkbox', { name: word('settings_calendar_own') }).check({ force: true });
  await desk.getByRole('textbox', { name: word('settings_sources') }).fill('Повторный\n\nВывеска\nВывеска');
  await look('settings-calendar');
  await desk.getByRole('button', { name: word('common_save'), exact: true }).click();
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  const rules = await salon.call('get_calendar_rules', {});
  expect(rules).toMatchObject({ gap_min: 30, own_schedule: true, sources: ['Повторный', 'Вывеска'] });
});

test('a room is added, a service needs it, and it is taken away', async ({ desk, salon, look }) => {
  await goTo(desk, 'settings/resources');
  await expect(desk.getByText(word('settings_resources_empty')).or(desk.getByRole('grid'))).toBeVisible();
  await desk.getByRole('button', { name: word('settings_resources_add') }).click();
  await desk.getByRole('textbox', { name: word('settings_resources_name') }).fill('Кабинет 7');
  await desk.getByRole('textbox', { name: word('settings_resources_units') }).fill('2');
  await look('settings-resources');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('row', { name: 'Кабинет 7' })).toBeVisible();
  const { services } = await salon.call('list_services', { retired: false });
  const long = services.find((one) => one.service.duration_min >= 60);
  await goTo(desk, `settings/services?service=${long?.service_id ?? ''}`);
  await desk.getByRole('textbox', { name: word('settings_blocks_processing') }).fill('20');
  await desk.getByRole('textbox', { name: word('settings_blocks_finishing') }).fill('10');
  await desk.getByRole('textbox', { name: word('settings_blocks_transition') }).fill('5');
  await desk.getByRole('checkbox', { name: 'Кабинет 7' }).check({ force: true });
  await desk.getByLabel(word('settings_needs_part', { name: 'Кабинет 7' })).selectOption('processing');
  await look('settings-service-blocks');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  const { resources } = await salon.call('list_resources', {});
  const room = resources.find((one) => one.name === 'Кабинет 7');
  // The words that the room was saved may still be there: the service says when it is.
  const saved = async () => {
    const { services: now } = await salon.call('list_services', { retired: false });
    return now.find((one) => one.service_id === long?.service_id)?.service;
  };
  await expect.poll(saved).toMatchObject({
    processing_min: 20,
    finishing_min: 10,
    transition_min: 5,
    resources: [{ resource_id: room?.resource_id, part: 'processing' }],
  });
});

test('waiting that is longer than the service is not saved', async ({ desk, salon }) => {
  const { services } = await salon.call('list_services', { retired: false });
  await goTo(desk, `settings/services?service=${services[0]?.service_id ?? ''}`);
  await desk.getByRole('textbox', { name: word('settings_blocks_processing') }).fill('900');
  await expect(desk.getByText(word('settings_blocks_bad'))).toBeVisible();
  await expect(desk.getByRole('button', { name: word('common_save') })).toBeDisabled();
});

test('a master has a price and length of their own', async ({ desk, salon, look }) => {
  const { staff } = await salon.call('list_staff', { retired: false });
  const master = staff.find((one) => one.staff.in_calendar);
  const { services } = await salon.call('list_services', { retired: false });
  const service = services.find((one) => !master?.staff.services.length || master.staff.services.includes(one.service_id));
  await goTo(desk, `settings/staff?staff=${master?.staff_id ?? ''}`);
  await desk.getByRole('button', { name: word('settings_offers_open') }).click();
  const name = service?.service.name ?? '';
  await desk.getByRole('textbox', { name: word('settings_offers_price', { service: name }), exact: true }).fill('9900');
  await desk.getByRole('textbox', { name: word('settings_offers_duration', { service: name }), exact: true }).fill('75');
  await look('settings-offers');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText(word('settings_saved'))).toBeVisible();
  const { offers } = await salon.call('list_staff_offers', { staff_id: master?.staff_id ?? null });
  expect(offers).toContainEqual({
    staff_id: master?.staff_id,
    service_id: service?.service_id,
    price_minor: 990_000,
    duration_min: 75,
  });
});
