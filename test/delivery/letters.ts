import type { Letter } from '../../src/delivery/letter.ts';
import { smtpServer } from '../../src/delivery/smtp-server.ts';
import type { Sending } from '../../src/delivery/send-letter.ts';

/** A small letter; `over` replaces its fields. */
export function letter(over: Partial<Letter> = {}): Letter {
  return {
    key: 'report/hotel/2026-10',
    locale: 'ru',
    from: { name: 'Анна Ковалёва', address: 'anna@beacon.example' },
    replyTo: null,
    to: [{ name: 'Ольга Седова', address: 'olga@hotel.example' }],
    subject: 'Отель «Синий»: отчёт за октябрь 2026',
    preview: 'Октябрь дотянул до плана.',
    greeting: 'Здравствуйте, Ольга!',
    opening: ['Отчёт за октябрь во вложении.'],
    closing: ['Если есть вопросы, ответьте на это письмо.'],
    figures: [{ label: 'Лиды', value: '656', note: '101 % плана, выполнен', sense: 'good' }],
    asks: { title: 'Что нужно от вас', items: ['Пришлите доверенность.'] },
    button: null,
    signature: {
      farewell: 'С уважением,',
      name: 'Анна Ковалёва',
      line: 'аккаунт-менеджер, Маяк',
      phone: '+7 495 000-00-01',
      email: 'anna@beacon.example',
      portrait: null,
    },
    attachment: {
      name: 'hotel-2026-10.pdf',
      title: 'Во вложении: hotel-2026-10.pdf, 2 КБ',
      content: Buffer.from('%PDF-1.7\n.\n..dots\n'),
    },
    seal: null,
    content: null,
    deal: null,
    inReplyTo: null,
    accent: '#0a7f6f',
    ...over,
  };
}

export function sending(root: string, url: string, over: Partial<Sending> = {}): Sending {
  return {
    root,
    letter: letter(),
    server: smtpServer(url),
    trial: false,
    resend: false,
    waiting: () => undefined,
    ...over,
  };
}
