/** How kinds of money look. */
import { ArrowLeftRight, Banknote, CreditCard, Gift, Layers, QrCode, Sparkles, Wallet } from '@lucide/svelte';
import type { Component } from 'svelte';
import type { MethodKind } from '../../api';

type Icon = Component<{ size?: number | string; strokeWidth?: number | string }>;

const icons: Record<MethodKind, Icon> = {
  cash: Banknote,
  card: CreditCard,
  qr: QrCode,
  transfer: ArrowLeftRight,
  balance: Wallet,
  certificate: Gift,
  package: Layers,
  points: Sparkles,
};

export function methodIcon(kind: MethodKind): Icon {
  return icons[kind];
}
