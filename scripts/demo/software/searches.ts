/** Shares of a campaign's October results, per mille | search term | end of the campaign's name */
export const SEARCH_TERMS = `
402|ledgerlark|Brand
131|ledgerlark login|Brand
84|ledgerlark pricing|Brand
37|is ledgerlark free|Brand
118|invoicing software for small business|Invoicing software
86|invoice app for contractors|Invoicing software
61|free invoice template|Invoicing software
54|how to send an invoice and take card payments on site without a terminal|Invoicing software
43|electrician invoicing app|Invoicing software
36|plumber estimate and invoice software|Invoicing software
29|recurring invoices for cleaning business|Invoicing software
24|invoice generator with deposit|Invoicing software
18|job costing software for trades|Invoicing software
14|invoicing software canada|Invoicing software
9|invoice software jobs|Invoicing software
97|accounting software alternative for contractors|Alternatives
74|cheaper invoicing app than my bookkeeper|Alternatives
52|switch invoicing software keep history|Alternatives
33|best invoicing apps compared|Alternatives
`;
