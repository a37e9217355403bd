/** What the authority entered for an indicator of the first plan, by year, in the indicator's unit. */
interface DemoIndicatorValues {
  indicator: string
  values: readonly (readonly [year: number, value: string])[]
}

export const VALUES_PLAN = 'nanning-2016-2020'
/** Every figure says that it is made up: the city's own statistics are the authority's to enter. */
export const VALUES_SOURCE = '演示数据，非官方统计'

export const DEMO_INDICATOR_VALUES: readonly DemoIndicatorValues[] = [
  {
    indicator: 'invention_patents_per_10k',
    values: [
      [2016, '5.3'],
      [2017, '6.1'],
      [2018, '6.9'],
      [2019, '7.6'],
      [2020, '8.4'],
    ],
  },
  {
    indicator: 'invention_patents_in_force',
    values: [
      [2016, '4120'],
      [2017, '5240'],
      [2018, '6480'],
      [2019, '7810'],
      [2020, '9250'],
    ],
  },
  {
    indicator: 'invention_applications',
    values: [
      [2016, '8200'],
      [2017, '17100'],
      [2018, '25600'],
      [2019, '33400'],
      [2020, '41200'],
    ],
  },
  {
    indicator: 'progress_contribution',
    values: [
      [2016, '56'],
      [2018, '58'],
      [2020, '60.2'],
    ],
  },
  {
    indicator: 'rd_share_of_gdp',
    values: [
      [2016, '1.05'],
      [2017, '1.12'],
      [2018, '1.18'],
      [2019, '1.24'],
      [2020, '1.31'],
    ],
  },
  {
    indicator: 'rd_personnel',
    values: [
      [2016, '29'],
      [2018, '35'],
      [2020, '41'],
    ],
  },
  {
    indicator: 'high_tech_enterprises',
    values: [
      [2016, '262'],
      [2017, '298'],
      [2018, '340'],
      [2019, '391'],
      [2020, '452'],
    ],
  },
  {
    indicator: 'incubators',
    values: [
      [2016, '16'],
      [2018, '19'],
      [2020, '22'],
    ],
  },
  {
    indicator: 'key_laboratories',
    values: [
      [2016, '21'],
      [2018, '26'],
      [2020, '31'],
    ],
  },
  {
    indicator: 'science_bases',
    values: [
      [2016, '72'],
      [2018, '88'],
      [2020, '97'],
    ],
  },
]
