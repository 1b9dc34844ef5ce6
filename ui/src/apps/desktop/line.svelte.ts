/** Booking from one typed line: 'anna tomorrow 14 manicure maria'. */
import { useQuery } from '../../api';
import { addDays, dayLabel } from '../../core/time';
import { later } from '../../features/booking';
import * as m from '../../paraglide/messages.js';
import { can, locale, today } from '../../state';
import { isBooking, type Names, type Proposal, proposalsOf } from './line';

const REST_MS = 120;
const LONGEST = 200;

export function useBookingLine(text: () => string) {
  const asked = $derived(
    can('calendar_write') && /\S\s+\S/.test(text()) && text().length <= LONGEST ? text() : '',
  );
  const rested = later(() => asked, REST_MS);
  const answer = useQuery(
    'parse_booking',
    () => ({ text: rested.now }),
    () => ({ enabled: rested.now !== '', topics: ['appointments', 'clients', 'staff', 'services', 'salon'] }),
  );
  const services = useQuery(
    'list_services',
    () => ({ retired: false }),
    () => ({ enabled: asked !== '' }),
  );
  const people = useQuery(
    'list_staff',
    () => ({ retired: false }),
    () => ({ enabled: asked !== '' }),
  );

  const now = $derived(today().day);
  const names = $derived<Names>({
    service: (id) => services.data?.services.find((one) => one.service_id === id)?.service.name ?? '',
    staff: (id) => people.data?.staff.find((one) => one.staff_id === id)?.staff.name ?? '',
    day: (day) =>
      day === now
        ? m.common_today()
        : day === addDays(now, 1)
          ? m.common_tomorrow()
          : dayLabel(day, locale()),
    book: (what) => m.booking_line_book({ what }),
    newClient: (name) => m.booking_line_new({ name }),
    free: m.booking_line_free,
    taken: (time) => m.booking_line_taken({ time }),
    nearest: (time) => m.booking_line_nearest({ time }),
    none: m.booking_line_none,
    unsure: (words) => m.booking_line_unsure({ words }),
    today: now,
  });
  const proposals = $derived<Proposal[]>(
    asked !== '' && asked === rested.now && answer.data && isBooking(answer.data, asked)
      ? proposalsOf(answer.data, names)
      : [],
  );

  return {
    get proposals() {
      return proposals;
    },
    /** The line is being read: what Enter would take may still come. */
    get reading() {
      return asked !== '' && (asked !== rested.now || answer.isFetching);
    },
  };
}
