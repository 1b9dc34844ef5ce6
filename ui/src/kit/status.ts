/** How a status looks: tone and icon. The word comes from `statusName` and `paymentName`. */
import {
  Ban,
  Check,
  CircleAlert,
  CircleCheck,
  CircleSlash,
  Contrast,
  Hourglass,
  Scissors,
  UserCheck,
} from '@lucide/svelte';
import type { Component } from 'svelte';
import type { AppointmentStatus, PaymentStatus } from '../api';

export type Tone = 'neutral' | 'ok' | 'warn' | 'bad' | 'info' | 'accent';
export interface Look {
  tone: Tone;
  icon: Component<{ size?: number | string; strokeWidth?: number | string }>;
}

const visits: Record<AppointmentStatus, Look> = {
  booked: { tone: 'neutral', icon: Hourglass },
  confirmed: { tone: 'neutral', icon: Check },
  arrived: { tone: 'info', icon: UserCheck },
  in_progress: { tone: 'info', icon: Scissors },
  completed: { tone: 'ok', icon: CircleCheck },
  cancelled: { tone: 'neutral', icon: Ban },
  no_show: { tone: 'neutral', icon: CircleSlash },
};

export function visitLook(status: AppointmentStatus): Look {
  return visits[status];
}

/** Red only where the visit is over and money is missing; a future visit is neutral. */
export function paymentLook(status: PaymentStatus, due: boolean): Look {
  if (status === 'paid') return { tone: 'ok', icon: CircleCheck };
  if (status === 'partial') return { tone: 'warn', icon: Contrast };
  return due ? { tone: 'bad', icon: CircleAlert } : { tone: 'neutral', icon: Hourglass };
}
