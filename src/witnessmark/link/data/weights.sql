-- Written by witnessmark.link.weights for the model 16241c77c4638c17
WITH blocked_with_cols AS (
SELECT unique_id_l,
    unique_id_r,
    dated_l,
    dated_r,
    first_l,
    first_r,
    large_l,
    large_r,
    last_l,
    last_r,
    lat_l,
    lat_r,
    lineage_l,
    lineage_r,
    placed_l,
    placed_r,
    point_l,
    point_r,
    published_l,
    published_r,
    publisher_l,
    publisher_r,
    struct_pack(f0 := COALESCE(s0, s1),
        f1 := COALESCE(s1, s0),
        f2 := COALESCE(s2, ''),
        f3 := COALESCE(s3, ''),
        f4 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s4, LAMBDA v : ARRAY_CONTAINS(s5, v)), LAMBDA x : x & 15)), 0),
        f5 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s6, LAMBDA v : ARRAY_CONTAINS(s7, v)), LAMBDA x : x & 15)), 0),
        f6 := SQRT(s8 * s9),
        f7 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s10, LAMBDA v : ARRAY_CONTAINS(s11, v)), LAMBDA x : x & 15)), 0),
        f8 := LENGTH(s12),
        f9 := LENGTH(s13),
        f10 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s12, LAMBDA v : ARRAY_CONTAINS(s13, v)), LAMBDA x : x & 15)), 0),
        f11 := LENGTH(s14),
        f12 := LENGTH(s15),
        f13 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s14, LAMBDA v : ARRAY_CONTAINS(s15, v)), LAMBDA x : x & 15)), 0),
        f14 := GREATEST(COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s14, LAMBDA v : ARRAY_CONTAINS(s7, v)), LAMBDA x : x & 15)), 0), COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s6, LAMBDA v : ARRAY_CONTAINS(s15, v)), LAMBDA x : x & 15)), 0)),
        f15 := ABS(s16 - s17),
        f16 := LENGTH(LIST_FILTER(s18, LAMBDA v : ARRAY_CONTAINS(s19, v))),
        f17 := LENGTH(s18),
        f18 := LENGTH(s19),
        f19 := GREATEST(s20 - s21, s22 - s23),
        f20 := LENGTH(LIST_FILTER(s24, LAMBDA v : ARRAY_CONTAINS(s25, v))),
        f21 := ASIN(SQRT(LEAST(1, POWER(SIN(RADIANS(s26 - s27) / 2), 2) + COS(RADIANS(s26)) * COS(RADIANS(s27)) * POWER(SIN(RADIANS(s28 - s29) / 2), 2)))),
        f22 := LENGTH(s30),
        f23 := LENGTH(s31),
        f24 := LENGTH(LIST_FILTER(s32, LAMBDA v : ARRAY_CONTAINS(s33, v))),
        f25 := GREATEST(s34, s35),
        f26 := LENGTH(LIST_FILTER(s30, LAMBDA v : ARRAY_CONTAINS(s31, v))),
        f27 := LENGTH(s36),
        f28 := LENGTH(s37),
        f29 := LIST_MAX(LIST_FILTER(s36, LAMBDA v : ARRAY_CONTAINS(s37, v))),
        f30 := LENGTH(LIST_FILTER(s36, LAMBDA v : ARRAY_CONTAINS(s37, v))),
        f31 := LIST_MAX(s36),
        f32 := LIST_MAX(s37),
        f33 := LENGTH(s38),
        f34 := LENGTH(s39),
        f35 := LIST_MAX(LIST_FILTER(s38, LAMBDA v : ARRAY_CONTAINS(s39, v))),
        f36 := LENGTH(LIST_FILTER(s38, LAMBDA v : ARRAY_CONTAINS(s39, v))),
        f37 := LIST_MAX(s38),
        f38 := LIST_MAX(s39),
        f39 := LENGTH(s40),
        f40 := LENGTH(s41),
        f41 := LENGTH(LIST_FILTER(s40, LAMBDA v : ARRAY_CONTAINS(s41, v))),
        f42 := LENGTH(s42),
        f43 := LENGTH(s43),
        f44 := LENGTH(LIST_FILTER(s42, LAMBDA v : ARRAY_CONTAINS(s43, v))),
        f45 := LENGTH(s44),
        f46 := LENGTH(s45),
        f47 := LENGTH(LIST_FILTER(s44, LAMBDA v : ARRAY_CONTAINS(s45, v)))) AS match_key
FROM (
    SELECT met.l AS unique_id_l,
    met.r AS unique_id_r,
    l.dated AS dated_l,
    r.dated AS dated_r,
    l.first AS first_l,
    r.first AS first_r,
    l.large AS large_l,
    r.large AS large_r,
    l.last AS last_l,
    r.last AS last_r,
    l.lat AS lat_l,
    r.lat AS lat_r,
    l.lineage AS lineage_l,
    r.lineage AS lineage_r,
    l.placed AS placed_l,
    r.placed AS placed_r,
    l.point AS point_l,
    r.point AS point_r,
    l.published AS published_l,
    r.published AS published_r,
    l.publisher AS publisher_l,
    r.publisher AS publisher_r,
    l.peace AS s0,
    r.peace AS s1,
    l.language AS s2,
    r.language AS s3,
    l.words[1:15] AS s4,
    r.words[1:15] AS s5,
    l.words AS s6,
    r.words AS s7,
    l.words_weight AS s8,
    r.words_weight AS s9,
    l.pairs AS s10,
    r.pairs AS s11,
    l.names AS s12,
    r.names AS s13,
    l.title AS s14,
    r.title AS s15,
    l.published AS s16,
    r.published AS s17,
    l.nights AS s18,
    r.nights AS s19,
    l.first AS s20,
    r.last AS s21,
    r.first AS s22,
    l.last AS s23,
    l.cells AS s24,
    r.near AS s25,
    l.lat AS s26,
    r.lat AS s27,
    l.lon AS s28,
    r.lon AS s29,
    l.divisions AS s30,
    r.divisions AS s31,
    l.wide AS s32,
    r.wide AS s33,
    l.radius AS s34,
    r.radius AS s35,
    l.dead AS s36,
    r.dead AS s37,
    l.hurt AS s38,
    r.hurt AS s39,
    l.methods AS s40,
    r.methods AS s41,
    l.targets AS s42,
    r.targets AS s43,
    l.attackers AS s44,
    r.attackers AS s45
    FROM met JOIN sides AS l ON l.n = met.l JOIN sides AS r ON r.n = met.r
)
),
__splink__df_comparison_vectors AS (
SELECT
  "unique_id_l",
  "unique_id_r",
  CASE WHEN match_key['f0'] AND match_key['f1'] THEN 1 ELSE 0 END AS gamma_setting,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 90
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 70
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 55
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 44
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 33
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 22
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 11
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f4'] >= 1
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1']
    THEN 9
    WHEN match_key['f4'] >= 90
    THEN 8
    WHEN match_key['f4'] >= 70
    THEN 7
    WHEN match_key['f4'] >= 55
    THEN 6
    WHEN match_key['f4'] >= 44
    THEN 5
    WHEN match_key['f4'] >= 33
    THEN 4
    WHEN match_key['f4'] >= 22
    THEN 3
    WHEN match_key['f4'] >= 11
    THEN 2
    WHEN match_key['f4'] >= 1
    THEN 1
    ELSE 0
  END AS gamma_prominent,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 20
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 160
    )
    THEN 19
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 120
    )
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 90
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 70
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 55
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 44
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 33
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 22
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f5'] >= 11
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1']
    THEN 10
    WHEN match_key['f5'] >= 160
    THEN 9
    WHEN match_key['f5'] >= 120
    THEN 8
    WHEN match_key['f5'] >= 90
    THEN 7
    WHEN match_key['f5'] >= 70
    THEN 6
    WHEN match_key['f5'] >= 55
    THEN 5
    WHEN match_key['f5'] >= 44
    THEN 4
    WHEN match_key['f5'] >= 33
    THEN 3
    WHEN match_key['f5'] >= 22
    THEN 2
    WHEN match_key['f5'] >= 11
    THEN 1
    ELSE 0
  END AS gamma_common,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 24
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.7
    )
    THEN 23
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.5
    )
    THEN 22
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.4
    )
    THEN 21
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.3
    )
    THEN 20
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.25
    )
    THEN 19
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.2
    )
    THEN 18
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.16
    )
    THEN 17
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.13
    )
    THEN 16
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.1
    )
    THEN 15
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.07
    )
    THEN 14
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f5'] / (
        30 + match_key['f6']
      ) >= 0.04
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1']
    THEN 12
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.7
    THEN 11
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.5
    THEN 10
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.4
    THEN 9
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.3
    THEN 8
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.25
    THEN 7
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.2
    THEN 6
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.16
    THEN 5
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.13
    THEN 4
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.1
    THEN 3
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.07
    THEN 2
    WHEN match_key['f5'] / (
      30 + match_key['f6']
    ) >= 0.04
    THEN 1
    ELSE 0
  END AS gamma_words,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 90
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 60
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 45
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 30
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 20
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 15
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 10
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f7'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1']
    THEN 9
    WHEN match_key['f7'] >= 90
    THEN 8
    WHEN match_key['f7'] >= 60
    THEN 7
    WHEN match_key['f7'] >= 45
    THEN 6
    WHEN match_key['f7'] >= 30
    THEN 5
    WHEN match_key['f7'] >= 20
    THEN 4
    WHEN match_key['f7'] >= 15
    THEN 3
    WHEN match_key['f7'] >= 10
    THEN 2
    WHEN match_key['f7'] >= 5
    THEN 1
    ELSE 0
  END AS gamma_pairs,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 21
    WHEN match_key['f8'] = 0 OR match_key['f9'] = 0
    THEN 20
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 90
    )
    THEN 19
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 70
    )
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 55
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 45
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 35
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 27
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 20
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 13
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f10'] >= 5
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1']
    THEN 10
    WHEN match_key['f10'] >= 90
    THEN 9
    WHEN match_key['f10'] >= 70
    THEN 8
    WHEN match_key['f10'] >= 55
    THEN 7
    WHEN match_key['f10'] >= 45
    THEN 6
    WHEN match_key['f10'] >= 35
    THEN 5
    WHEN match_key['f10'] >= 27
    THEN 4
    WHEN match_key['f10'] >= 20
    THEN 3
    WHEN match_key['f10'] >= 13
    THEN 2
    WHEN match_key['f10'] >= 5
    THEN 1
    ELSE 0
  END AS gamma_names,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 17
    WHEN match_key['f11'] = 0 OR match_key['f12'] = 0
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 30
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 20
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 15
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 11
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 8
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f13'] >= 1
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1']
    THEN 8
    WHEN match_key['f13'] >= 30
    THEN 7
    WHEN match_key['f13'] >= 20
    THEN 6
    WHEN match_key['f13'] >= 15
    THEN 5
    WHEN match_key['f13'] >= 11
    THEN 4
    WHEN match_key['f13'] >= 8
    THEN 3
    WHEN match_key['f13'] >= 5
    THEN 2
    WHEN match_key['f13'] >= 1
    THEN 1
    ELSE 0
  END AS gamma_title,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 17
    WHEN match_key['f11'] = 0 AND match_key['f12'] = 0
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 45
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 35
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 25
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 18
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 12
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 6
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 1
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1']
    THEN 8
    WHEN match_key['f14'] >= 45
    THEN 7
    WHEN match_key['f14'] >= 35
    THEN 6
    WHEN match_key['f14'] >= 25
    THEN 5
    WHEN match_key['f14'] >= 18
    THEN 4
    WHEN match_key['f14'] >= 12
    THEN 3
    WHEN match_key['f14'] >= 6
    THEN 2
    WHEN match_key['f14'] >= 1
    THEN 1
    ELSE 0
  END AS gamma_headed,
  CASE
    WHEN publisher_l IS NULL OR publisher_r IS NULL
    THEN 2
    WHEN publisher_l = publisher_r
    THEN 1
    ELSE 0
  END AS gamma_house,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      published_l IS NULL OR published_r IS NULL
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] = 0
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] <= 1
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] <= 3
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] <= 7
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] <= 14
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] <= 45
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] <= 180
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1']
    THEN 9
    WHEN published_l IS NULL OR published_r IS NULL
    THEN 8
    WHEN match_key['f15'] = 0
    THEN 7
    WHEN match_key['f15'] <= 1
    THEN 6
    WHEN match_key['f15'] <= 3
    THEN 5
    WHEN match_key['f15'] <= 7
    THEN 4
    WHEN match_key['f15'] <= 14
    THEN 3
    WHEN match_key['f15'] <= 45
    THEN 2
    WHEN match_key['f15'] <= 180
    THEN 1
    ELSE 0
  END AS gamma_published,
  CASE
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] > 0
    )
    THEN 21
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      first_l IS NULL OR first_r IS NULL OR last_l IS NULL OR last_r IS NULL
    )
    THEN 20
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f17'] > 0 AND match_key['f18'] > 0 AND match_key['f19'] <= 0
    )
    THEN 19
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f19'] <= 0
    )
    THEN 18
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      dated_l AND dated_r AND match_key['f19'] = 1
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f19'] = 1
    )
    THEN 16
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      dated_l AND dated_r AND match_key['f19'] <= 3
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f19'] <= 3
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f19'] <= 7
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      dated_l AND dated_r
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1']
    THEN 11
    WHEN match_key['f16'] > 0
    THEN 10
    WHEN first_l IS NULL OR first_r IS NULL OR last_l IS NULL OR last_r IS NULL
    THEN 9
    WHEN match_key['f17'] > 0 AND match_key['f18'] > 0 AND match_key['f19'] <= 0
    THEN 8
    WHEN match_key['f19'] <= 0
    THEN 7
    WHEN dated_l AND dated_r AND match_key['f19'] = 1
    THEN 6
    WHEN match_key['f19'] = 1
    THEN 5
    WHEN dated_l AND dated_r AND match_key['f19'] <= 3
    THEN 4
    WHEN match_key['f19'] <= 3
    THEN 3
    WHEN match_key['f19'] <= 7
    THEN 2
    WHEN dated_l AND dated_r
    THEN 1
    ELSE 0
  END AS gamma_when,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      (
        large_l OR large_r
      )
      AND (
        match_key['f20'] > 0
        OR (
          point_l AND point_r AND 12742 * match_key['f21'] <= 6
        )
      )
    )
    THEN 21
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f20'] > 0
    )
    THEN 20
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      (
        lat_l IS NULL OR lat_r IS NULL
      )
      AND (
        match_key['f22'] = 0 OR match_key['f23'] = 0
      )
    )
    THEN 19
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      point_l AND point_r AND 12742 * match_key['f21'] <= 6
    )
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f24'] > 0
    )
    THEN 17
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      point_l AND point_r AND 12742 * match_key['f21'] <= 25
    )
    THEN 16
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      NOT (
        point_l AND point_r
      )
      AND 12742 * match_key['f21'] <= match_key['f25'] + 25
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f26'] > 0
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      12742 * match_key['f21'] <= 150
    )
    THEN 13
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      point_l AND point_r AND placed_l AND placed_r
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1']
    THEN 11
    WHEN (
      large_l OR large_r
    )
    AND (
      match_key['f20'] > 0
      OR (
        point_l AND point_r AND 12742 * match_key['f21'] <= 6
      )
    )
    THEN 10
    WHEN match_key['f20'] > 0
    THEN 9
    WHEN (
      lat_l IS NULL OR lat_r IS NULL
    )
    AND (
      match_key['f22'] = 0 OR match_key['f23'] = 0
    )
    THEN 8
    WHEN point_l AND point_r AND 12742 * match_key['f21'] <= 6
    THEN 7
    WHEN match_key['f24'] > 0
    THEN 6
    WHEN point_l AND point_r AND 12742 * match_key['f21'] <= 25
    THEN 5
    WHEN NOT (
      point_l AND point_r
    )
    AND 12742 * match_key['f21'] <= match_key['f25'] + 25
    THEN 4
    WHEN match_key['f26'] > 0
    THEN 3
    WHEN 12742 * match_key['f21'] <= 150
    THEN 2
    WHEN point_l AND point_r AND placed_l AND placed_r
    THEN 1
    ELSE 0
  END AS gamma_where,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f27'] = 0 OR match_key['f28'] = 0
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f29'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f29'] >= 3
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f30'] > 0
    )
    THEN 8
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f31'] > 3 * match_key['f32']
      OR match_key['f32'] > 3 * match_key['f31']
    )
    THEN 7
    WHEN match_key['f0'] AND match_key['f1']
    THEN 6
    WHEN match_key['f27'] = 0 OR match_key['f28'] = 0
    THEN 5
    WHEN match_key['f29'] >= 5
    THEN 4
    WHEN match_key['f29'] >= 3
    THEN 3
    WHEN match_key['f30'] > 0
    THEN 2
    WHEN match_key['f31'] > 3 * match_key['f32']
    OR match_key['f32'] > 3 * match_key['f31']
    THEN 1
    ELSE 0
  END AS gamma_dead,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f33'] = 0 OR match_key['f34'] = 0
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f35'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f35'] >= 3
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f36'] > 0
    )
    THEN 8
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f37'] > 3 * match_key['f38']
      OR match_key['f38'] > 3 * match_key['f37']
    )
    THEN 7
    WHEN match_key['f0'] AND match_key['f1']
    THEN 6
    WHEN match_key['f33'] = 0 OR match_key['f34'] = 0
    THEN 5
    WHEN match_key['f35'] >= 5
    THEN 4
    WHEN match_key['f35'] >= 3
    THEN 3
    WHEN match_key['f36'] > 0
    THEN 2
    WHEN match_key['f37'] > 3 * match_key['f38']
    OR match_key['f38'] > 3 * match_key['f37']
    THEN 1
    ELSE 0
  END AS gamma_hurt,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f39'] = 0 OR match_key['f40'] = 0
    )
    THEN 5
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f41'] > 0
    )
    THEN 4
    WHEN match_key['f0'] AND match_key['f1']
    THEN 3
    WHEN match_key['f39'] = 0 OR match_key['f40'] = 0
    THEN 2
    WHEN match_key['f41'] > 0
    THEN 1
    ELSE 0
  END AS gamma_methods,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f42'] = 0 OR match_key['f43'] = 0
    )
    THEN 5
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f44'] > 0
    )
    THEN 4
    WHEN match_key['f0'] AND match_key['f1']
    THEN 3
    WHEN match_key['f42'] = 0 OR match_key['f43'] = 0
    THEN 2
    WHEN match_key['f44'] > 0
    THEN 1
    ELSE 0
  END AS gamma_targets,
  CASE
    WHEN match_key['f45'] = 0 OR match_key['f46'] = 0
    THEN 2
    WHEN match_key['f47'] > 0
    THEN 1
    ELSE 0
  END AS gamma_attackers,
  CASE WHEN lineage_l = lineage_r THEN 1 ELSE 0 END AS gamma_lineage,
  match_key
FROM blocked_with_cols
),
__splink__df_match_weight_parts AS (
SELECT
  "unique_id_l",
  "unique_id_r",
  gamma_setting,
  CASE
    WHEN gamma_setting = 1
    THEN CAST(0.5354840291837191 AS DOUBLE)
    WHEN gamma_setting = 0
    THEN CAST(-0.384843305808374 AS DOUBLE)
  END AS mw_setting,
  gamma_prominent,
  CASE
    WHEN gamma_prominent = 18
    THEN CAST(-0.16494948368709708 AS DOUBLE)
    WHEN gamma_prominent = 17
    THEN CAST(0.7121720161247501 AS DOUBLE)
    WHEN gamma_prominent = 16
    THEN CAST(1.1982628168726717 AS DOUBLE)
    WHEN gamma_prominent = 15
    THEN CAST(1.45384146797381 AS DOUBLE)
    WHEN gamma_prominent = 14
    THEN CAST(0.7982774227277939 AS DOUBLE)
    WHEN gamma_prominent = 13
    THEN CAST(0.49575935857215186 AS DOUBLE)
    WHEN gamma_prominent = 12
    THEN CAST(0.17767168723492324 AS DOUBLE)
    WHEN gamma_prominent = 11
    THEN CAST(-0.5480192750197183 AS DOUBLE)
    WHEN gamma_prominent = 10
    THEN CAST(-0.007639010999166155 AS DOUBLE)
    WHEN gamma_prominent = 9
    THEN CAST(-0.2179764236435525 AS DOUBLE)
    WHEN gamma_prominent = 8
    THEN CAST(-0.8804570365239301 AS DOUBLE)
    WHEN gamma_prominent = 7
    THEN CAST(-0.43647605977209075 AS DOUBLE)
    WHEN gamma_prominent = 6
    THEN CAST(-0.808584817502131 AS DOUBLE)
    WHEN gamma_prominent = 5
    THEN CAST(-0.4005712324355574 AS DOUBLE)
    WHEN gamma_prominent = 4
    THEN CAST(0.3511260744895671 AS DOUBLE)
    WHEN gamma_prominent = 3
    THEN CAST(0.2483107316072439 AS DOUBLE)
    WHEN gamma_prominent = 2
    THEN CAST(0.5854713938495343 AS DOUBLE)
    WHEN gamma_prominent = 1
    THEN CAST(0.22853809357371999 AS DOUBLE)
    WHEN gamma_prominent = 0
    THEN CAST(-0.05184715452474571 AS DOUBLE)
  END AS mw_prominent,
  gamma_common,
  CASE
    WHEN gamma_common = 20
    THEN CAST(-0.16688931060272852 AS DOUBLE)
    WHEN gamma_common = 19
    THEN CAST(1.044262464126334 AS DOUBLE)
    WHEN gamma_common = 18
    THEN CAST(1.4647110312976124 AS DOUBLE)
    WHEN gamma_common = 17
    THEN CAST(1.546174138975803 AS DOUBLE)
    WHEN gamma_common = 16
    THEN CAST(0.880324965070103 AS DOUBLE)
    WHEN gamma_common = 15
    THEN CAST(0.5548141863178605 AS DOUBLE)
    WHEN gamma_common = 14
    THEN CAST(0.2581076217518539 AS DOUBLE)
    WHEN gamma_common = 13
    THEN CAST(0.02776124067708277 AS DOUBLE)
    WHEN gamma_common = 12
    THEN CAST(-0.6145620136058987 AS DOUBLE)
    WHEN gamma_common = 11
    THEN CAST(-1.075895240291568 AS DOUBLE)
    WHEN gamma_common = 10
    THEN CAST(0.11970183491600637 AS DOUBLE)
    WHEN gamma_common = 9
    THEN CAST(1.595177225439713 AS DOUBLE)
    WHEN gamma_common = 8
    THEN CAST(1.9718061761031156 AS DOUBLE)
    WHEN gamma_common = 7
    THEN CAST(1.3645792512474881 AS DOUBLE)
    WHEN gamma_common = 6
    THEN CAST(0.1250721574879726 AS DOUBLE)
    WHEN gamma_common = 5
    THEN CAST(-0.5391024746970432 AS DOUBLE)
    WHEN gamma_common = 4
    THEN CAST(-0.51754897266424 AS DOUBLE)
    WHEN gamma_common = 3
    THEN CAST(-0.4981328043019513 AS DOUBLE)
    WHEN gamma_common = 2
    THEN CAST(-0.7056518683070886 AS DOUBLE)
    WHEN gamma_common = 1
    THEN CAST(-1.6694986262059734 AS DOUBLE)
    WHEN gamma_common = 0
    THEN CAST(-2.148155104553121 AS DOUBLE)
  END AS mw_common,
  gamma_words,
  CASE
    WHEN gamma_words = 24
    THEN CAST(0.316883857694431 AS DOUBLE)
    WHEN gamma_words = 23
    THEN CAST(-0.37164530316118816 AS DOUBLE)
    WHEN gamma_words = 22
    THEN CAST(0.6780033821657914 AS DOUBLE)
    WHEN gamma_words = 21
    THEN CAST(1.2026999010093093 AS DOUBLE)
    WHEN gamma_words = 20
    THEN CAST(1.893036997202347 AS DOUBLE)
    WHEN gamma_words = 19
    THEN CAST(2.149700545961403 AS DOUBLE)
    WHEN gamma_words = 18
    THEN CAST(1.6761554250833701 AS DOUBLE)
    WHEN gamma_words = 17
    THEN CAST(1.1200566440579067 AS DOUBLE)
    WHEN gamma_words = 16
    THEN CAST(1.045973393384159 AS DOUBLE)
    WHEN gamma_words = 15
    THEN CAST(0.5129446030593449 AS DOUBLE)
    WHEN gamma_words = 14
    THEN CAST(0.18450781330126997 AS DOUBLE)
    WHEN gamma_words = 13
    THEN CAST(-0.1516258137582169 AS DOUBLE)
    WHEN gamma_words = 12
    THEN CAST(0.39199870584884206 AS DOUBLE)
    WHEN gamma_words = 11
    THEN CAST(4.154647429488989 AS DOUBLE)
    WHEN gamma_words = 10
    THEN CAST(1.150843997202131 AS DOUBLE)
    WHEN gamma_words = 9
    THEN CAST(1.6398274763729153 AS DOUBLE)
    WHEN gamma_words = 8
    THEN CAST(1.5160308454450313 AS DOUBLE)
    WHEN gamma_words = 7
    THEN CAST(1.2607394949994593 AS DOUBLE)
    WHEN gamma_words = 6
    THEN CAST(0.5416846752027937 AS DOUBLE)
    WHEN gamma_words = 5
    THEN CAST(-0.17909646166868395 AS DOUBLE)
    WHEN gamma_words = 4
    THEN CAST(-0.5019359058188521 AS DOUBLE)
    WHEN gamma_words = 3
    THEN CAST(-0.8777260044047315 AS DOUBLE)
    WHEN gamma_words = 2
    THEN CAST(-0.9090973478506761 AS DOUBLE)
    WHEN gamma_words = 1
    THEN CAST(-1.362362114777595 AS DOUBLE)
    WHEN gamma_words = 0
    THEN CAST(-1.3286348028876365 AS DOUBLE)
  END AS mw_words,
  gamma_pairs,
  CASE
    WHEN gamma_pairs = 18
    THEN CAST(-0.17258568986896997 AS DOUBLE)
    WHEN gamma_pairs = 17
    THEN CAST(0.14050394166302063 AS DOUBLE)
    WHEN gamma_pairs = 16
    THEN CAST(0.6158700095785161 AS DOUBLE)
    WHEN gamma_pairs = 15
    THEN CAST(-0.09988477227617362 AS DOUBLE)
    WHEN gamma_pairs = 14
    THEN CAST(1.5424931839801208 AS DOUBLE)
    WHEN gamma_pairs = 13
    THEN CAST(1.031644214332037 AS DOUBLE)
    WHEN gamma_pairs = 12
    THEN CAST(0.9402834510965197 AS DOUBLE)
    WHEN gamma_pairs = 11
    THEN CAST(0.3100919300781213 AS DOUBLE)
    WHEN gamma_pairs = 10
    THEN CAST(0.014397153293250732 AS DOUBLE)
    WHEN gamma_pairs = 9
    THEN CAST(-0.5017846681083439 AS DOUBLE)
    WHEN gamma_pairs = 8
    THEN CAST(-1.4245382885167308 AS DOUBLE)
    WHEN gamma_pairs = 7
    THEN CAST(-1.1330564853841607 AS DOUBLE)
    WHEN gamma_pairs = 6
    THEN CAST(-0.9984831688117273 AS DOUBLE)
    WHEN gamma_pairs = 5
    THEN CAST(0.29771146008993754 AS DOUBLE)
    WHEN gamma_pairs = 4
    THEN CAST(-0.01270922992666302 AS DOUBLE)
    WHEN gamma_pairs = 3
    THEN CAST(0.6605180090261393 AS DOUBLE)
    WHEN gamma_pairs = 2
    THEN CAST(-0.21764915629025017 AS DOUBLE)
    WHEN gamma_pairs = 1
    THEN CAST(1.3349262859833688 AS DOUBLE)
    WHEN gamma_pairs = 0
    THEN CAST(0.2600298530103663 AS DOUBLE)
  END AS mw_pairs,
  gamma_names,
  CASE
    WHEN gamma_names = 21
    THEN CAST(0.39461759584815986 AS DOUBLE)
    WHEN gamma_names = 20
    THEN CAST(1.0770707356098361 AS DOUBLE)
    WHEN gamma_names = 19
    THEN CAST(3.4908880148361994 AS DOUBLE)
    WHEN gamma_names = 18
    THEN CAST(3.114393926580153 AS DOUBLE)
    WHEN gamma_names = 17
    THEN CAST(2.5408603569069466 AS DOUBLE)
    WHEN gamma_names = 16
    THEN CAST(1.5878418958438354 AS DOUBLE)
    WHEN gamma_names = 15
    THEN CAST(1.4533937320658001 AS DOUBLE)
    WHEN gamma_names = 14
    THEN CAST(1.4770534269315823 AS DOUBLE)
    WHEN gamma_names = 13
    THEN CAST(1.1320288757709003 AS DOUBLE)
    WHEN gamma_names = 12
    THEN CAST(0.38665994266351994 AS DOUBLE)
    WHEN gamma_names = 11
    THEN CAST(-1.0405051216761236 AS DOUBLE)
    WHEN gamma_names = 10
    THEN CAST(-3.2936070456904667 AS DOUBLE)
    WHEN gamma_names = 9
    THEN CAST(1.585895283246682 AS DOUBLE)
    WHEN gamma_names = 8
    THEN CAST(0.24256769575034967 AS DOUBLE)
    WHEN gamma_names = 7
    THEN CAST(1.3569247134289886 AS DOUBLE)
    WHEN gamma_names = 6
    THEN CAST(0.29722419015671464 AS DOUBLE)
    WHEN gamma_names = 5
    THEN CAST(-0.00015061622682957575 AS DOUBLE)
    WHEN gamma_names = 4
    THEN CAST(-0.08196954512335371 AS DOUBLE)
    WHEN gamma_names = 3
    THEN CAST(-0.47706041881285327 AS DOUBLE)
    WHEN gamma_names = 2
    THEN CAST(-0.3598934065454231 AS DOUBLE)
    WHEN gamma_names = 1
    THEN CAST(-0.34809800069522395 AS DOUBLE)
    WHEN gamma_names = 0
    THEN CAST(0.9946830052856732 AS DOUBLE)
  END AS mw_names,
  gamma_title,
  CASE
    WHEN gamma_title = 17
    THEN CAST(0.058662683453821626 AS DOUBLE)
    WHEN gamma_title = 16
    THEN CAST(1.5465333522436426 AS DOUBLE)
    WHEN gamma_title = 15
    THEN CAST(-1.3690612893197638 AS DOUBLE)
    WHEN gamma_title = 14
    THEN CAST(0.007483822782133191 AS DOUBLE)
    WHEN gamma_title = 13
    THEN CAST(0.4460527406677238 AS DOUBLE)
    WHEN gamma_title = 12
    THEN CAST(1.586063549997694 AS DOUBLE)
    WHEN gamma_title = 11
    THEN CAST(1.066552475508297 AS DOUBLE)
    WHEN gamma_title = 10
    THEN CAST(0.24763975781747205 AS DOUBLE)
    WHEN gamma_title = 9
    THEN CAST(-0.10984210584906108 AS DOUBLE)
    WHEN gamma_title = 8
    THEN CAST(-0.7182699144036938 AS DOUBLE)
    WHEN gamma_title = 7
    THEN CAST(-0.9107783752538829 AS DOUBLE)
    WHEN gamma_title = 6
    THEN CAST(0.020850942136953834 AS DOUBLE)
    WHEN gamma_title = 5
    THEN CAST(0.4047903432129017 AS DOUBLE)
    WHEN gamma_title = 4
    THEN CAST(0.5695058592076382 AS DOUBLE)
    WHEN gamma_title = 3
    THEN CAST(0.8560387936654736 AS DOUBLE)
    WHEN gamma_title = 2
    THEN CAST(1.3364445442032615 AS DOUBLE)
    WHEN gamma_title = 1
    THEN CAST(0.6030537571109925 AS DOUBLE)
    WHEN gamma_title = 0
    THEN CAST(0.9536953772987229 AS DOUBLE)
  END AS mw_title,
  gamma_headed,
  CASE
    WHEN gamma_headed = 17
    THEN CAST(-0.6012496124443149 AS DOUBLE)
    WHEN gamma_headed = 16
    THEN CAST(-2.848971191820366 AS DOUBLE)
    WHEN gamma_headed = 15
    THEN CAST(0.755640356162651 AS DOUBLE)
    WHEN gamma_headed = 14
    THEN CAST(-0.11899403074915457 AS DOUBLE)
    WHEN gamma_headed = 13
    THEN CAST(1.1852069616680136 AS DOUBLE)
    WHEN gamma_headed = 12
    THEN CAST(1.2859070964794617 AS DOUBLE)
    WHEN gamma_headed = 11
    THEN CAST(0.6982233075249219 AS DOUBLE)
    WHEN gamma_headed = 10
    THEN CAST(-0.09062589358734884 AS DOUBLE)
    WHEN gamma_headed = 9
    THEN CAST(-1.074137701500499 AS DOUBLE)
    WHEN gamma_headed = 8
    THEN CAST(-2.1937720267781735 AS DOUBLE)
    WHEN gamma_headed = 7
    THEN CAST(1.6682918331137238 AS DOUBLE)
    WHEN gamma_headed = 6
    THEN CAST(0.23723281419753767 AS DOUBLE)
    WHEN gamma_headed = 5
    THEN CAST(-0.053923095702335055 AS DOUBLE)
    WHEN gamma_headed = 4
    THEN CAST(-0.04262754576588004 AS DOUBLE)
    WHEN gamma_headed = 3
    THEN CAST(-0.37437027038302884 AS DOUBLE)
    WHEN gamma_headed = 2
    THEN CAST(-1.0596216904179547 AS DOUBLE)
    WHEN gamma_headed = 1
    THEN CAST(-0.3924637692222574 AS DOUBLE)
    WHEN gamma_headed = 0
    THEN CAST(-2.262781196612339 AS DOUBLE)
  END AS mw_headed,
  gamma_house,
  CASE
    WHEN gamma_house = 2
    THEN CAST(-0.8116116688232385 AS DOUBLE)
    WHEN gamma_house = 1
    THEN CAST(-2.039487732889162 AS DOUBLE)
    WHEN gamma_house = 0
    THEN CAST(0.06200424813585789 AS DOUBLE)
  END AS mw_house,
  gamma_published,
  CASE
    WHEN gamma_published = 17
    THEN CAST(-1.3832111592795546 AS DOUBLE)
    WHEN gamma_published = 16
    THEN CAST(2.489682348809584 AS DOUBLE)
    WHEN gamma_published = 15
    THEN CAST(2.3359311521465878 AS DOUBLE)
    WHEN gamma_published = 14
    THEN CAST(2.0943909526742983 AS DOUBLE)
    WHEN gamma_published = 13
    THEN CAST(1.223837618801949 AS DOUBLE)
    WHEN gamma_published = 12
    THEN CAST(0.4953677785461401 AS DOUBLE)
    WHEN gamma_published = 11
    THEN CAST(-0.03108433452072313 AS DOUBLE)
    WHEN gamma_published = 10
    THEN CAST(-1.0840750691934995 AS DOUBLE)
    WHEN gamma_published = 9
    THEN CAST(-1.7679608475875843 AS DOUBLE)
    WHEN gamma_published = 8
    THEN CAST(-0.4635742643987477 AS DOUBLE)
    WHEN gamma_published = 7
    THEN CAST(3.2663854946232664 AS DOUBLE)
    WHEN gamma_published = 6
    THEN CAST(2.617406565517416 AS DOUBLE)
    WHEN gamma_published = 5
    THEN CAST(1.549775907916374 AS DOUBLE)
    WHEN gamma_published = 4
    THEN CAST(0.3242739409991581 AS DOUBLE)
    WHEN gamma_published = 3
    THEN CAST(1.168065851010515 AS DOUBLE)
    WHEN gamma_published = 2
    THEN CAST(-1.7260710477844043 AS DOUBLE)
    WHEN gamma_published = 1
    THEN CAST(-1.9700093610115355 AS DOUBLE)
    WHEN gamma_published = 0
    THEN CAST(-2.8136992291541874 AS DOUBLE)
  END AS mw_published,
  gamma_when,
  CASE
    WHEN gamma_when = 21
    THEN CAST(2.9511112841246483 AS DOUBLE)
    WHEN gamma_when = 20
    THEN CAST(0.9026476553053545 AS DOUBLE)
    WHEN gamma_when = 19
    THEN CAST(1.1122813082999192 AS DOUBLE)
    WHEN gamma_when = 18
    THEN CAST(2.487322050304776 AS DOUBLE)
    WHEN gamma_when = 17
    THEN CAST(0.9170698326559323 AS DOUBLE)
    WHEN gamma_when = 16
    THEN CAST(0.796786964552012 AS DOUBLE)
    WHEN gamma_when = 15
    THEN CAST(-0.47019067530600733 AS DOUBLE)
    WHEN gamma_when = 14
    THEN CAST(-0.14944693063427966 AS DOUBLE)
    WHEN gamma_when = 13
    THEN CAST(-0.5378886118219868 AS DOUBLE)
    WHEN gamma_when = 12
    THEN CAST(-2.322649168233169 AS DOUBLE)
    WHEN gamma_when = 11
    THEN CAST(-1.3149949826051968 AS DOUBLE)
    WHEN gamma_when = 10
    THEN CAST(2.270909239605842 AS DOUBLE)
    WHEN gamma_when = 9
    THEN CAST(0.1969711188677043 AS DOUBLE)
    WHEN gamma_when = 8
    THEN CAST(0.40623800984374925 AS DOUBLE)
    WHEN gamma_when = 7
    THEN CAST(2.949744581849178 AS DOUBLE)
    WHEN gamma_when = 6
    THEN CAST(-0.8598671954049784 AS DOUBLE)
    WHEN gamma_when = 5
    THEN CAST(-0.49435545697617805 AS DOUBLE)
    WHEN gamma_when = 4
    THEN CAST(2.406389879018244 AS DOUBLE)
    WHEN gamma_when = 3
    THEN CAST(0.2992497884371372 AS DOUBLE)
    WHEN gamma_when = 2
    THEN CAST(-1.9157819762710004 AS DOUBLE)
    WHEN gamma_when = 1
    THEN CAST(-0.8544075108639111 AS DOUBLE)
    WHEN gamma_when = 0
    THEN CAST(-0.9533506895356497 AS DOUBLE)
  END AS mw_when,
  gamma_where,
  CASE
    WHEN gamma_where = 21
    THEN CAST(-0.18853075834793728 AS DOUBLE)
    WHEN gamma_where = 20
    THEN CAST(1.0893063777594019 AS DOUBLE)
    WHEN gamma_where = 19
    THEN CAST(0.5423943630674428 AS DOUBLE)
    WHEN gamma_where = 18
    THEN CAST(0.7412470390939745 AS DOUBLE)
    WHEN gamma_where = 17
    THEN CAST(-0.7007665488323738 AS DOUBLE)
    WHEN gamma_where = 16
    THEN CAST(-0.5723104858279829 AS DOUBLE)
    WHEN gamma_where = 15
    THEN CAST(0.25935644213918335 AS DOUBLE)
    WHEN gamma_where = 14
    THEN CAST(-1.3057378074324024 AS DOUBLE)
    WHEN gamma_where = 13
    THEN CAST(-0.9823746740546606 AS DOUBLE)
    WHEN gamma_where = 12
    THEN CAST(-1.864721783169665 AS DOUBLE)
    WHEN gamma_where = 11
    THEN CAST(-1.3621447127286321 AS DOUBLE)
    WHEN gamma_where = 10
    THEN CAST(-1.502204448888396 AS DOUBLE)
    WHEN gamma_where = 9
    THEN CAST(1.316674663015212 AS DOUBLE)
    WHEN gamma_where = 8
    THEN CAST(0.4959480853862257 AS DOUBLE)
    WHEN gamma_where = 7
    THEN CAST(2.7628466650222188 AS DOUBLE)
    WHEN gamma_where = 6
    THEN CAST(-1.6744810988985324 AS DOUBLE)
    WHEN gamma_where = 5
    THEN CAST(-1.7017868838639953 AS DOUBLE)
    WHEN gamma_where = 4
    THEN CAST(-0.4238181206408398 AS DOUBLE)
    WHEN gamma_where = 3
    THEN CAST(-1.9889140724970027 AS DOUBLE)
    WHEN gamma_where = 2
    THEN CAST(-1.7221153706730021 AS DOUBLE)
    WHEN gamma_where = 1
    THEN CAST(-2.112614305607571 AS DOUBLE)
    WHEN gamma_where = 0
    THEN CAST(-0.7141500518959318 AS DOUBLE)
  END AS mw_where,
  gamma_dead,
  CASE
    WHEN gamma_dead = 11
    THEN CAST(-0.4133791395516473 AS DOUBLE)
    WHEN gamma_dead = 10
    THEN CAST(2.4018776004035423 AS DOUBLE)
    WHEN gamma_dead = 9
    THEN CAST(0.8776106098775217 AS DOUBLE)
    WHEN gamma_dead = 8
    THEN CAST(0.9738393501925198 AS DOUBLE)
    WHEN gamma_dead = 7
    THEN CAST(0.7343766763043225 AS DOUBLE)
    WHEN gamma_dead = 6
    THEN CAST(0.15393273447217806 AS DOUBLE)
    WHEN gamma_dead = 5
    THEN CAST(0.0044152835654797775 AS DOUBLE)
    WHEN gamma_dead = 4
    THEN CAST(1.7735075539523664 AS DOUBLE)
    WHEN gamma_dead = 3
    THEN CAST(0.5795487103592128 AS DOUBLE)
    WHEN gamma_dead = 2
    THEN CAST(0.9255438060601099 AS DOUBLE)
    WHEN gamma_dead = 1
    THEN CAST(-0.0355370854241801 AS DOUBLE)
    WHEN gamma_dead = 0
    THEN CAST(0.5604640470371762 AS DOUBLE)
  END AS mw_dead,
  gamma_hurt,
  CASE
    WHEN gamma_hurt = 11
    THEN CAST(-0.11375930768023083 AS DOUBLE)
    WHEN gamma_hurt = 10
    THEN CAST(1.5831126636385404 AS DOUBLE)
    WHEN gamma_hurt = 9
    THEN CAST(-0.5163218938731415 AS DOUBLE)
    WHEN gamma_hurt = 8
    THEN CAST(-1.0512241056031246 AS DOUBLE)
    WHEN gamma_hurt = 7
    THEN CAST(-1.0209650977942597 AS DOUBLE)
    WHEN gamma_hurt = 6
    THEN CAST(-0.9780464017712395 AS DOUBLE)
    WHEN gamma_hurt = 5
    THEN CAST(0.10787859269633783 AS DOUBLE)
    WHEN gamma_hurt = 4
    THEN CAST(0.16561193056372497 AS DOUBLE)
    WHEN gamma_hurt = 3
    THEN CAST(-0.35563004325036757 AS DOUBLE)
    WHEN gamma_hurt = 2
    THEN CAST(-0.73537124297788 AS DOUBLE)
    WHEN gamma_hurt = 1
    THEN CAST(-0.7144794609389749 AS DOUBLE)
    WHEN gamma_hurt = 0
    THEN CAST(-1.4855406239506266 AS DOUBLE)
  END AS mw_hurt,
  gamma_methods,
  CASE
    WHEN gamma_methods = 5
    THEN CAST(-0.014129474880762289 AS DOUBLE)
    WHEN gamma_methods = 4
    THEN CAST(-0.2492861392778661 AS DOUBLE)
    WHEN gamma_methods = 3
    THEN CAST(0.5502853420721194 AS DOUBLE)
    WHEN gamma_methods = 2
    THEN CAST(0.028373404923150703 AS DOUBLE)
    WHEN gamma_methods = 1
    THEN CAST(0.9314907245074536 AS DOUBLE)
    WHEN gamma_methods = 0
    THEN CAST(-1.593318261574525 AS DOUBLE)
  END AS mw_methods,
  gamma_targets,
  CASE
    WHEN gamma_targets = 5
    THEN CAST(0.5000396066266446 AS DOUBLE)
    WHEN gamma_targets = 4
    THEN CAST(0.45955910602870215 AS DOUBLE)
    WHEN gamma_targets = 3
    THEN CAST(0.6280026968081621 AS DOUBLE)
    WHEN gamma_targets = 2
    THEN CAST(-0.37213436815118284 AS DOUBLE)
    WHEN gamma_targets = 1
    THEN CAST(1.4887430551869087 AS DOUBLE)
    WHEN gamma_targets = 0
    THEN CAST(-0.4493360067119923 AS DOUBLE)
  END AS mw_targets,
  gamma_attackers,
  CASE
    WHEN gamma_attackers = 2
    THEN CAST(0.002611649146107036 AS DOUBLE)
    WHEN gamma_attackers = 1
    THEN CAST(0.3351124552209037 AS DOUBLE)
    WHEN gamma_attackers = 0
    THEN CAST(-1.3000362052487884 AS DOUBLE)
  END AS mw_attackers,
  gamma_lineage,
  CASE
    WHEN gamma_lineage = 1
    THEN CAST(2.572336687698247 AS DOUBLE)
    WHEN gamma_lineage = 0
    THEN CAST(-0.006132400814006682 AS DOUBLE)
  END AS mw_lineage,
  match_key
FROM __splink__df_comparison_vectors
)
SELECT unique_id_l AS a, unique_id_r AS b, CAST(-4.38850965198686 AS DOUBLE) + mw_setting + mw_prominent + mw_common + mw_words + mw_pairs + mw_names + mw_title + mw_headed + mw_house + mw_published + mw_when + mw_where + mw_dead + mw_hurt + mw_methods + mw_targets + mw_attackers + mw_lineage AS weight, "mw_setting", "mw_prominent", "mw_common", "mw_words", "mw_pairs", "mw_names", "mw_title", "mw_headed", "mw_house", "mw_published", "mw_when", "mw_where", "mw_dead", "mw_hurt", "mw_methods", "mw_targets", "mw_attackers", "mw_lineage" FROM __splink__df_match_weight_parts
