import { day, pageFee, requestFee } from '@zhiqing/law'
import t from 'tap'

const on = day('2026-03-20')

// Worked out by hand from the tariff as published (rulebook §7), row by row below, on and above each limit.

t.test('fee:4 按件 | the price of the n-th request of a month', (t) => {
  const rows: readonly (readonly [place: number, yuan: number])[] = [
    [1, 0],
    [9, 0],
    [10, 0],
    [11, 100],
    [12, 100],
    [29, 100],
    [30, 100],
    [31, 200],
    [40, 200],
    [41, 300],
    [50, 300],
    [51, 400],
    [60, 400],
    [61, 500],
    [131, 1200],
  ]
  for (const [place, yuan] of rows) t.equal(requestFee(place, on), yuan, `第${place}件`)
  const month = (count: number) =>
    Array.from({ length: count }, (_, i) => requestFee(i + 1, on)).reduce((a, b) => a + b)
  t.equal(month(10), 0)
  t.equal(month(35), 3000, '20×100 + 5×200')
  t.equal(month(52), 7800, '2000 + 10×200 + 10×300 + 2×400')
  t.end()
})

t.test('fee:5 按量 | the price of the pages of one request', (t) => {
  const rows: readonly (readonly [pages: number, yuan: number])[] = [
    [1, 0],
    [29, 0],
    [30, 0],
    [31, 10],
    [45, 150],
    [99, 690],
    [100, 700],
    [101, 720],
    [199, 2680],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ]
  for (const [pages, yuan] of rows) t.equal(pageFee(pages, on), yuan, `${pages}页`)
  t.end()
})

t.test('fee:4 | counts that are none, and days before the measure, are errors and no free of charge', (t) => {
  for (const wrong of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    t.throws(() => requestFee(wrong, on), /不是件数或者页数/)
    t.throws(() => pageFee(wrong, on), /不是件数或者页数/)
  }
  t.throws(() => requestFee(11, day('2020-12-31')), /没有2020-12-31的规定/)
  t.throws(() => pageFee(31, day('2020-12-31')), /没有2020-12-31的规定/)
  t.end()
})
