import type { Format } from '../format.ts';

/** Meta Business Suite: one insight by day (`sep=,`, a title that names it, then a date and `Primary`). */
export const metaBusinessSuite: Format = {
  id: 'meta-business-suite',
  name: 'Meta Business Suite',
  signatures: [['@day', 'Primary']],
  strict: true,
  days: [
    ...['Date', 'Day', 'Дата', 'День', 'Datum', 'Fecha', 'Data', 'Ngày', 'Tarih', 'Tanggal', 'Päivämäärä', 'Dato'],
    ...['วันที่', 'تاريخ', 'التاريخ', 'תאריך', 'तारीख', '日期', '日付', '날짜', 'Ημερομηνία', 'Dátum', 'Dată'],
  ],
  dimensions: {},
  metrics: {},
  neverTotalled: ['Primary', 'Secondary'],
  parts: [],
};
