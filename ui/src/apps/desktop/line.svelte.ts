/** Booking from one typed line: 'anna tomorrow 14 manicure maria'. */
import { useQuery } from '../../api';
import { addDays, dayLabel } from '../../core/time';
import { later } from '../../features/booking';
import * as m from '../../paraglide/messages.js';
import { can, locale, today } from '../../state';
import { isBooking, type Names, type Proposal, proposalsOf } from './line';
import { begunSo, joined, stemsOf } from './stem';

const REST_MS = 120;
const LONGEST = 200;
const CLIENTS = 5;

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
  // A name that is said in another case ('марию') is looked for again without its ending.
  const stems = $derived(stemsOf(answer.data));
  const shorter = useQuery(
    'search_clients',
    () => ({ text: stems[0] ?? '', limit: CLIENTS }),
    () => ({ enabled: stems[0] !== undefined }),
  );
  const byFirst = $derived(begunSo(shorter.data, stems[0] ?? ''));
  const again = $derived(shorter.data && byFirst.length === 0 ? (stems[1] ?? '') : '');
  const shortest = useQuery(
    'search_clients',
    () => ({ text: again, limit: CLIENTS }),
    () => ({ enabled: again !== '' }),
  );
  const meant = $derived(byFirst.length > 0 ? byFirst : begunSo(shortest.data, again));
  const seeking = $derived(
    (stems[0] !== undefined && shorter.isPending) || (again !== '' && shortest.isPending),
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
      ? proposalsOf({ ...answer.data, clients: joined(meant, answer.data.clients) }, names, stems.length > 0)
      : [],
  );

  return {
    get proposals() {
      return proposals;
    },
    /** The line is being read: what Enter would take may still come. */
    get reading() {
      return asked !== '' && (asked !== rested.now || answer.isFetching || seeking);
    },
  };
}
