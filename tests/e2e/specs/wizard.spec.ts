import { expect, test } from '../support/test.ts';
import { word } from '../support/words.ts';

test.use({ kind: 'none' });

test('a new salon is set up in seven steps and opens its calendar', async ({ door, look }) => {
  const next = door.getByRole('button', { name: word('common_next') });
  await expect(door.getByRole('heading', { name: word('onboarding_welcome') })).toBeVisible();
  await door.getByText('Русский').click();
  await look('wizard-language');
  await next.click();

  await door.getByLabel(word('onboarding_salon_name')).fill('Студия Ольги');
  await look('wizard-salon');
  await next.click();

  await door.getByLabel(word('onboarding_owner_name')).fill('Ольга Ким');
  await door.getByLabel(word('login_new_pin')).fill('1234');
  await door.getByLabel(word('login_repeat_pin')).fill('4321');
  await expect(door.getByText(word('login_pins_differ'))).toBeVisible();
  await expect(next).toBeDisabled();
  await look('wizard-owner-error');
  await door.getByLabel(word('login_new_pin')).fill('9173');
  await door.getByLabel(word('login_repeat_pin')).fill('9173');
  await next.click();

  await expect(door.getByRole('heading', { name: word('onboarding_codes_title') })).toBeVisible();
  await expect(door.getByRole('button', { name: word('login_sheet_continue') })).toBeDisabled();
  await look('wizard-codes');
  await door.getByText(word('login_sheet_kept')).click();
  await door.getByRole('button', { name: word('login_sheet_continue') }).click();

  await expect(door.getByRole('heading', { name: word('onboarding_hours_title') })).toBeVisible();
  await look('wizard-hours');
  await next.click();

  await door.getByLabel(word('onboarding_staff_name')).fill('Айгуль Омарова');
  await look('wizard-staff');
  await next.click();

  await expect(door.getByRole('heading', { name: word('onboarding_services_title') })).toBeVisible();
  await look('wizard-services');
  await next.click();

  await expect(door.getByRole('heading', { name: word('onboarding_done_title') })).toBeVisible();
  await look('wizard-done');
  await door.getByRole('button', { name: word('onboarding_done_calendar') }).click();
  await expect(door.getByRole('heading', { name: word('shell_calendar'), level: 1 })).toBeVisible();
});

test('a wizard that was left goes on where it was', async ({ door, salon }) => {
  await door.getByRole('button', { name: word('common_next') }).click();
  await door.getByLabel(word('onboarding_salon_name')).fill('Студия Ольги');
  await door.getByRole('button', { name: word('common_next') }).click();
  await expect(door.getByRole('heading', { name: word('onboarding_owner_title') })).toBeVisible();
  await salon.stop();
  await salon.start();
  await door.goto(salon.url);
  await expect(door.getByRole('heading', { name: word('onboarding_owner_title') })).toBeVisible();
});
