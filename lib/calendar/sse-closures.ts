/**
 * Weekdays on which the Shanghai Stock Exchange is closed, by calendar year, one entry for each holiday, as MM-DD. It
 * is closed on all weekends, including those that are working days elsewhere in China. Source: the exchange's yearly
 * notices.
 */
export const SSE_CLOSURES = {
  2014: [
    '01-01', // New Year
    '01-31 02-03 02-04 02-05 02-06', // Spring Festival
    '04-07', // Qingming
    '05-01 05-02', // Labour Day
    '06-02', // Dragon Boat
    '09-08', // Mid-Autumn
    '10-01 10-02 10-03 10-06 10-07', // National Day
  ],
  2015: [
    '01-01 01-02', // New Year
    '02-18 02-19 02-20 02-23 02-24', // Spring Festival
    '04-06', // Qingming
    '05-01', // Labour Day
    '06-22', // Dragon Boat
    '09-03 09-04', // 70 years since the end of the war, once only
    '10-01 10-02 10-05 10-06 10-07', // National Day
  ],
  2016: [
    '01-01', // New Year
    '02-08 02-09 02-10 02-11 02-12', // Spring Festival
    '04-04', // Qingming
    '05-02', // Labour Day
    '06-09 06-10', // Dragon Boat
    '09-15 09-16', // Mid-Autumn
    '10-03 10-04 10-05 10-06 10-07', // National Day
  ],
  2017: [
    '01-02', // New Year
    '01-27 01-30 01-31 02-01 02-02', // Spring Festival
    '04-03 04-04', // Qingming
    '05-01', // Labour Day
    '05-29 05-30', // Dragon Boat
    '10-02 10-03 10-04 10-05 10-06', // National Day and Mid-Autumn
  ],
  2018: [
    '01-01', // New Year
    '02-15 02-16 02-19 02-20 02-21', // Spring Festival
    '04-05 04-06', // Qingming
    '04-30 05-01', // Labour Day
    '06-18', // Dragon Boat
    '09-24', // Mid-Autumn
    '10-01 10-02 10-03 10-04 10-05', // National Day
    '12-31', // New Year of 2019
  ],
  2019: [
    '01-01', // New Year
    '02-04 02-05 02-06 02-07 02-08', // Spring Festival
    '04-05', // Qingming
    '05-01 05-02 05-03', // Labour Day
    '06-07', // Dragon Boat
    '09-13', // Mid-Autumn
    '10-01 10-02 10-03 10-04 10-07', // National Day
  ],
  2020: [
    '01-01', // New Year
    '01-24 01-27 01-28 01-29 01-30 01-31', // Spring Festival, a day longer for the epidemic
    '04-06', // Qingming
    '05-01 05-04 05-05', // Labour Day
    '06-25 06-26', // Dragon Boat
    '10-01 10-02 10-05 10-06 10-07 10-08', // National Day and Mid-Autumn
  ],
  2021: [
    '01-01', // New Year
    '02-11 02-12 02-15 02-16 02-17', // Spring Festival
    '04-05', // Qingming
    '05-03 05-04 05-05', // Labour Day
    '06-14', // Dragon Boat
    '09-20 09-21', // Mid-Autumn
    '10-01 10-04 10-05 10-06 10-07', // National Day
  ],
  2022: [
    '01-03', // New Year
    '01-31 02-01 02-02 02-03 02-04', // Spring Festival
    '04-04 04-05', // Qingming
    '05-02 05-03 05-04', // Labour Day
    '06-03', // Dragon Boat
    '09-12', // Mid-Autumn
    '10-03 10-04 10-05 10-06 10-07', // National Day
  ],
  2023: [
    '01-02', // New Year
    '01-23 01-24 01-25 01-26 01-27', // Spring Festival
    '04-05', // Qingming
    '05-01 05-02 05-03', // Labour Day
    '06-22 06-23', // Dragon Boat
    '09-29', // Mid-Autumn
    '10-02 10-03 10-04 10-05 10-06', // National Day
  ],
  2024: [
    '01-01', // New Year
    '02-09', // New Year's Eve of the lunar year: the exchange closed although it was a working day
    '02-12 02-13 02-14 02-15 02-16', // Spring Festival
    '04-04 04-05', // Qingming
    '05-01 05-02 05-03', // Labour Day
    '06-10', // Dragon Boat
    '09-16 09-17', // Mid-Autumn
    '10-01 10-02 10-03 10-04 10-07', // National Day
  ],
  2025: [
    '01-01', // New Year
    '01-28 01-29 01-30 01-31 02-03 02-04', // Spring Festival
    '04-04', // Qingming
    '05-01 05-02 05-05', // Labour Day
    '06-02', // Dragon Boat
    '10-01 10-02 10-03 10-06 10-07 10-08', // National Day and Mid-Autumn
  ],
  2026: [
    '01-01 01-02', // New Year
    '02-16 02-17 02-18 02-19 02-20 02-23', // Spring Festival
    '04-06', // Qingming
    '05-01 05-04 05-05', // Labour Day
    '06-19', // Dragon Boat
    '09-25', // Mid-Autumn
    '10-01 10-02 10-05 10-06 10-07', // National Day
  ],
}
