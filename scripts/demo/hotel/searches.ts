/** Shares of October's search traffic, per mille | query */
export const QUERIES = `
212|сосновая бухта отель
96|сосновая бухта официальный сайт
64|отель у моря с бассейном
48|отель сосновая бухта цены на ноябрь
41|спа отель у моря на выходные
37|отдых на море в ноябре с детьми
33|гостиница у моря с подогреваемым бассейном и завтраком недалеко от вокзала на двоих на выходные
29|новый год в отеле у моря 2027
27|сосновая бухта отзывы
24|отель с видом на море и балконом
21|спа программа на двоих
19|куда поехать к морю осенью
17|отель для семьи с детьми питание включено
15|корпоратив у моря отель с конференц-залом
13|пансионат в сосновом бору
12|сосновая бухта телефон
11|банкетный зал с видом на море
9|номер люкс у моря цена
8|прогулки по побережью маршруты
7|отель с животными у моря
6|новогодний банкет в отеле
5|массаж и хаммам в отеле
5|рыбный ресторан на набережной
4|конференц-зал на 80 человек аренда
`;

/** Per mille | page */
export const PAGES = `
301|https://sosnovaya-bukhta.example/
148|https://sosnovaya-bukhta.example/nomera/
92|https://sosnovaya-bukhta.example/spa/
71|https://sosnovaya-bukhta.example/ceny/
63|https://sosnovaya-bukhta.example/novyy-god/
47|https://sosnovaya-bukhta.example/putevoditel/progulki-po-poberezhyu-osenyu/
39|https://sosnovaya-bukhta.example/nomera/semeynyy-s-vidom-na-more/
28|https://sosnovaya-bukhta.example/otzyvy/
24|https://sosnovaya-bukhta.example/restoran/
19|https://sosnovaya-bukhta.example/konferencii/
15|https://sosnovaya-bukhta.example/kontakty/
11|https://sosnovaya-bukhta.example/aktsii/vyhodnye-vdvoem/
`;
