import type { Format } from '../format.ts';

const ordersRepeat = {
  ru: 'один заказ стоит в нескольких строках, и число заказов по строкам больше целого; нужен отчёт о продажах по дням',
  en: 'one order stands in several rows, so orders add up to more than the whole; the report on sales over time is needed',
};

/** Shopify: reports on sales and on sessions over time. Revenue is total sales, as Shopify's own dashboard counts it. */
export const shopify: Format = {
  id: 'shopify',
  name: 'Shopify',
  signatures: [
    ['Gross sales', 'Net sales'],
    ['Net sales', 'Total sales'],
    ['Orders', 'Total sales'],
    ['Total orders', 'Total sales'],
    ['Day', 'Total sales'],
    ['Orders', 'Average order value'],
    ['Online store visitors', 'Sessions'],
    ['Day', 'Sessions', 'Conversion rate'],
    ['Name', 'Financial Status', 'Lineitem name'],
  ],
  days: ['Day', 'Date', 'Days'],
  currency: ['Currency'],
  dimensions: {
    salesChannel: ['Sales channel', 'Sales channels', 'API client title'],
    place: ['POS location name', 'Billing country', 'Shipping country', 'Billing region'],
    customer: ['New or returning customer', 'Customer type'],
    referrer: ['Order referrer source', 'Order referrer name', 'Referrer source', 'UTM campaign source'],
    kind: ['Sale type', 'Order type'],
  },
  metrics: {
    sales: ['Orders', 'Total orders'],
    revenue: ['Total sales', 'Net sales', 'Gross sales'],
    sessions: ['Sessions', 'Online store sessions'],
  },
  neverTotalled: [
    ...[
      'Gross sales',
      'Net sales',
      'Discounts',
      'Returns',
      'Shipping',
      'Shipping charges',
      'Duties',
      'Additional fees',
    ],
    ...['Taxes', 'Average order value', 'Units per transaction', 'Net items sold', 'Net quantity', 'Quantity ordered'],
    ...[
      'Customers',
      'Returning customers',
      'Tips',
      'Cost of goods sold',
      'Gross profit',
      'Gross margin',
      'Return fees',
    ],
    ...['Conversion rate', 'Visitors', 'Online store visitors', 'Net payments'],
  ],
  parts: [
    { kind: 'orders', unlisted: true, headers: ['Lineitem name', 'Lineitem quantity'], why: ordersRepeat },
    {
      kind: 'products',
      headers: ['Product title', 'Product variant title', 'Product variant SKU', 'Product vendor', 'Product type'],
      why: ordersRepeat,
    },
  ],
};
