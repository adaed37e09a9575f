-- Written by witnessmark.link.weights for the model a413fcd35d8df66f
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
        f5 := LEAST(s6, s7),
        f6 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s8, LAMBDA v : ARRAY_CONTAINS(s9, v)), LAMBDA x : x & 15)), 0),
        f7 := SQRT(s6 * s7),
        f8 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s10, LAMBDA v : ARRAY_CONTAINS(s11, v)), LAMBDA x : x & 15)), 0),
        f9 := LENGTH(s12),
        f10 := LENGTH(s13),
        f11 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s12, LAMBDA v : ARRAY_CONTAINS(s13, v)), LAMBDA x : x & 15)), 0),
        f12 := LENGTH(s14),
        f13 := LENGTH(s15),
        f14 := COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s14, LAMBDA v : ARRAY_CONTAINS(s15, v)), LAMBDA x : x & 15)), 0),
        f15 := GREATEST(COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s14, LAMBDA v : ARRAY_CONTAINS(s9, v)), LAMBDA x : x & 15)), 0), COALESCE(LIST_SUM(LIST_TRANSFORM(LIST_FILTER(s8, LAMBDA v : ARRAY_CONTAINS(s15, v)), LAMBDA x : x & 15)), 0)),
        f16 := ABS(s16 - s17),
        f17 := LENGTH(LIST_FILTER(s18, LAMBDA v : ARRAY_CONTAINS(s19, v))),
        f18 := LENGTH(s18),
        f19 := LENGTH(s19),
        f20 := GREATEST(s20 - s21, s22 - s23),
        f21 := LENGTH(LIST_FILTER(s24, LAMBDA v : ARRAY_CONTAINS(s25, v))),
        f22 := ASIN(SQRT(LEAST(1, POWER(SIN(RADIANS(s26 - s27) / 2), 2) + COS(RADIANS(s26)) * COS(RADIANS(s27)) * POWER(SIN(RADIANS(s28 - s29) / 2), 2)))),
        f23 := LENGTH(s30),
        f24 := LENGTH(s31),
        f25 := LENGTH(LIST_FILTER(s32, LAMBDA v : ARRAY_CONTAINS(s33, v))),
        f26 := GREATEST(s34, s35),
        f27 := LENGTH(LIST_FILTER(s30, LAMBDA v : ARRAY_CONTAINS(s31, v))),
        f28 := LENGTH(s36),
        f29 := LENGTH(s37),
        f30 := LIST_MAX(LIST_FILTER(s36, LAMBDA v : ARRAY_CONTAINS(s37, v))),
        f31 := LENGTH(LIST_FILTER(s36, LAMBDA v : ARRAY_CONTAINS(s37, v))),
        f32 := LIST_MAX(s36),
        f33 := LIST_MAX(s37),
        f34 := LENGTH(s38),
        f35 := LENGTH(s39),
        f36 := LIST_MAX(LIST_FILTER(s38, LAMBDA v : ARRAY_CONTAINS(s39, v))),
        f37 := LENGTH(LIST_FILTER(s38, LAMBDA v : ARRAY_CONTAINS(s39, v))),
        f38 := LIST_MAX(s38),
        f39 := LIST_MAX(s39),
        f40 := LENGTH(s40),
        f41 := LENGTH(s41),
        f42 := LENGTH(LIST_FILTER(s40, LAMBDA v : ARRAY_CONTAINS(s41, v))),
        f43 := LENGTH(s42),
        f44 := LENGTH(s43),
        f45 := LENGTH(LIST_FILTER(s42, LAMBDA v : ARRAY_CONTAINS(s43, v))),
        f46 := LENGTH(s44),
        f47 := LENGTH(s45),
        f48 := LENGTH(LIST_FILTER(s44, LAMBDA v : ARRAY_CONTAINS(s45, v)))) AS match_key
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
    l.words_weight AS s6,
    r.words_weight AS s7,
    l.words AS s8,
    r.words AS s9,
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
    THEN 21
    WHEN match_key['f5'] < 40
    THEN 20
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 160
    )
    THEN 19
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 120
    )
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 90
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 70
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 55
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 44
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 33
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 22
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f6'] >= 11
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1']
    THEN 10
    WHEN match_key['f6'] >= 160
    THEN 9
    WHEN match_key['f6'] >= 120
    THEN 8
    WHEN match_key['f6'] >= 90
    THEN 7
    WHEN match_key['f6'] >= 70
    THEN 6
    WHEN match_key['f6'] >= 55
    THEN 5
    WHEN match_key['f6'] >= 44
    THEN 4
    WHEN match_key['f6'] >= 33
    THEN 3
    WHEN match_key['f6'] >= 22
    THEN 2
    WHEN match_key['f6'] >= 11
    THEN 1
    ELSE 0
  END AS gamma_common,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 25
    WHEN match_key['f5'] < 40
    THEN 24
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.7
    )
    THEN 23
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.5
    )
    THEN 22
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.4
    )
    THEN 21
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.3
    )
    THEN 20
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.25
    )
    THEN 19
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.2
    )
    THEN 18
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.16
    )
    THEN 17
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.13
    )
    THEN 16
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.1
    )
    THEN 15
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.07
    )
    THEN 14
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f6'] / (
        30 + match_key['f7']
      ) >= 0.04
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1']
    THEN 12
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.7
    THEN 11
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.5
    THEN 10
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.4
    THEN 9
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.3
    THEN 8
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.25
    THEN 7
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.2
    THEN 6
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.16
    THEN 5
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.13
    THEN 4
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.1
    THEN 3
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.07
    THEN 2
    WHEN match_key['f6'] / (
      30 + match_key['f7']
    ) >= 0.04
    THEN 1
    ELSE 0
  END AS gamma_words,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 90
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 60
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 45
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 30
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 20
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 15
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 10
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f8'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1']
    THEN 9
    WHEN match_key['f8'] >= 90
    THEN 8
    WHEN match_key['f8'] >= 60
    THEN 7
    WHEN match_key['f8'] >= 45
    THEN 6
    WHEN match_key['f8'] >= 30
    THEN 5
    WHEN match_key['f8'] >= 20
    THEN 4
    WHEN match_key['f8'] >= 15
    THEN 3
    WHEN match_key['f8'] >= 10
    THEN 2
    WHEN match_key['f8'] >= 5
    THEN 1
    ELSE 0
  END AS gamma_pairs,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 21
    WHEN match_key['f9'] = 0 OR match_key['f10'] = 0
    THEN 20
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 90
    )
    THEN 19
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 70
    )
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 55
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 45
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 35
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 27
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 20
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 13
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f11'] >= 5
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1']
    THEN 10
    WHEN match_key['f11'] >= 90
    THEN 9
    WHEN match_key['f11'] >= 70
    THEN 8
    WHEN match_key['f11'] >= 55
    THEN 7
    WHEN match_key['f11'] >= 45
    THEN 6
    WHEN match_key['f11'] >= 35
    THEN 5
    WHEN match_key['f11'] >= 27
    THEN 4
    WHEN match_key['f11'] >= 20
    THEN 3
    WHEN match_key['f11'] >= 13
    THEN 2
    WHEN match_key['f11'] >= 5
    THEN 1
    ELSE 0
  END AS gamma_names,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 17
    WHEN match_key['f12'] = 0 OR match_key['f13'] = 0
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 30
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 20
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 15
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 11
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 8
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f14'] >= 1
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1']
    THEN 8
    WHEN match_key['f14'] >= 30
    THEN 7
    WHEN match_key['f14'] >= 20
    THEN 6
    WHEN match_key['f14'] >= 15
    THEN 5
    WHEN match_key['f14'] >= 11
    THEN 4
    WHEN match_key['f14'] >= 8
    THEN 3
    WHEN match_key['f14'] >= 5
    THEN 2
    WHEN match_key['f14'] >= 1
    THEN 1
    ELSE 0
  END AS gamma_title,
  CASE
    WHEN match_key['f2'] <> match_key['f3']
    THEN 17
    WHEN match_key['f12'] = 0 AND match_key['f13'] = 0
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 45
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 35
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 25
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 18
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 12
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 6
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f15'] >= 1
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1']
    THEN 8
    WHEN match_key['f15'] >= 45
    THEN 7
    WHEN match_key['f15'] >= 35
    THEN 6
    WHEN match_key['f15'] >= 25
    THEN 5
    WHEN match_key['f15'] >= 18
    THEN 4
    WHEN match_key['f15'] >= 12
    THEN 3
    WHEN match_key['f15'] >= 6
    THEN 2
    WHEN match_key['f15'] >= 1
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
      match_key['f16'] = 0
    )
    THEN 16
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] <= 1
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] <= 3
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] <= 7
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] <= 14
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] <= 45
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f16'] <= 180
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1']
    THEN 9
    WHEN published_l IS NULL OR published_r IS NULL
    THEN 8
    WHEN match_key['f16'] = 0
    THEN 7
    WHEN match_key['f16'] <= 1
    THEN 6
    WHEN match_key['f16'] <= 3
    THEN 5
    WHEN match_key['f16'] <= 7
    THEN 4
    WHEN match_key['f16'] <= 14
    THEN 3
    WHEN match_key['f16'] <= 45
    THEN 2
    WHEN match_key['f16'] <= 180
    THEN 1
    ELSE 0
  END AS gamma_published,
  CASE
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f17'] > 0
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
      match_key['f18'] > 0 AND match_key['f19'] > 0 AND match_key['f20'] <= 0
    )
    THEN 19
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f20'] <= 0
    )
    THEN 18
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      dated_l AND dated_r AND match_key['f20'] = 1
    )
    THEN 17
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f20'] = 1
    )
    THEN 16
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      dated_l AND dated_r AND match_key['f20'] <= 3
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f20'] <= 3
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f20'] <= 7
    )
    THEN 13
    WHEN match_key['f0'] AND match_key['f1'] AND (
      dated_l AND dated_r
    )
    THEN 12
    WHEN match_key['f0'] AND match_key['f1']
    THEN 11
    WHEN match_key['f17'] > 0
    THEN 10
    WHEN first_l IS NULL OR first_r IS NULL OR last_l IS NULL OR last_r IS NULL
    THEN 9
    WHEN match_key['f18'] > 0 AND match_key['f19'] > 0 AND match_key['f20'] <= 0
    THEN 8
    WHEN match_key['f20'] <= 0
    THEN 7
    WHEN dated_l AND dated_r AND match_key['f20'] = 1
    THEN 6
    WHEN match_key['f20'] = 1
    THEN 5
    WHEN dated_l AND dated_r AND match_key['f20'] <= 3
    THEN 4
    WHEN match_key['f20'] <= 3
    THEN 3
    WHEN match_key['f20'] <= 7
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
        match_key['f21'] > 0
        OR (
          point_l AND point_r AND 12742 * match_key['f22'] <= 6
        )
      )
    )
    THEN 21
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f21'] > 0
    )
    THEN 20
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      (
        lat_l IS NULL OR lat_r IS NULL
      )
      AND (
        match_key['f23'] = 0 OR match_key['f24'] = 0
      )
    )
    THEN 19
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      point_l AND point_r AND 12742 * match_key['f22'] <= 6
    )
    THEN 18
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f25'] > 0
    )
    THEN 17
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      point_l AND point_r AND 12742 * match_key['f22'] <= 25
    )
    THEN 16
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      NOT (
        point_l AND point_r
      )
      AND 12742 * match_key['f22'] <= match_key['f26'] + 25
    )
    THEN 15
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f27'] > 0
    )
    THEN 14
    WHEN match_key['f0'] AND match_key['f1'] AND (
      12742 * match_key['f22'] <= 150
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
      match_key['f21'] > 0
      OR (
        point_l AND point_r AND 12742 * match_key['f22'] <= 6
      )
    )
    THEN 10
    WHEN match_key['f21'] > 0
    THEN 9
    WHEN (
      lat_l IS NULL OR lat_r IS NULL
    )
    AND (
      match_key['f23'] = 0 OR match_key['f24'] = 0
    )
    THEN 8
    WHEN point_l AND point_r AND 12742 * match_key['f22'] <= 6
    THEN 7
    WHEN match_key['f25'] > 0
    THEN 6
    WHEN point_l AND point_r AND 12742 * match_key['f22'] <= 25
    THEN 5
    WHEN NOT (
      point_l AND point_r
    )
    AND 12742 * match_key['f22'] <= match_key['f26'] + 25
    THEN 4
    WHEN match_key['f27'] > 0
    THEN 3
    WHEN 12742 * match_key['f22'] <= 150
    THEN 2
    WHEN point_l AND point_r AND placed_l AND placed_r
    THEN 1
    ELSE 0
  END AS gamma_where,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f28'] = 0 OR match_key['f29'] = 0
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f30'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f30'] >= 3
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f31'] > 0
    )
    THEN 8
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f32'] > 3 * match_key['f33']
      OR match_key['f33'] > 3 * match_key['f32']
    )
    THEN 7
    WHEN match_key['f0'] AND match_key['f1']
    THEN 6
    WHEN match_key['f28'] = 0 OR match_key['f29'] = 0
    THEN 5
    WHEN match_key['f30'] >= 5
    THEN 4
    WHEN match_key['f30'] >= 3
    THEN 3
    WHEN match_key['f31'] > 0
    THEN 2
    WHEN match_key['f32'] > 3 * match_key['f33']
    OR match_key['f33'] > 3 * match_key['f32']
    THEN 1
    ELSE 0
  END AS gamma_dead,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f34'] = 0 OR match_key['f35'] = 0
    )
    THEN 11
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f36'] >= 5
    )
    THEN 10
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f36'] >= 3
    )
    THEN 9
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f37'] > 0
    )
    THEN 8
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f38'] > 3 * match_key['f39']
      OR match_key['f39'] > 3 * match_key['f38']
    )
    THEN 7
    WHEN match_key['f0'] AND match_key['f1']
    THEN 6
    WHEN match_key['f34'] = 0 OR match_key['f35'] = 0
    THEN 5
    WHEN match_key['f36'] >= 5
    THEN 4
    WHEN match_key['f36'] >= 3
    THEN 3
    WHEN match_key['f37'] > 0
    THEN 2
    WHEN match_key['f38'] > 3 * match_key['f39']
    OR match_key['f39'] > 3 * match_key['f38']
    THEN 1
    ELSE 0
  END AS gamma_hurt,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f40'] = 0 OR match_key['f41'] = 0
    )
    THEN 5
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f42'] > 0
    )
    THEN 4
    WHEN match_key['f0'] AND match_key['f1']
    THEN 3
    WHEN match_key['f40'] = 0 OR match_key['f41'] = 0
    THEN 2
    WHEN match_key['f42'] > 0
    THEN 1
    ELSE 0
  END AS gamma_methods,
  CASE
    WHEN match_key['f0']
    AND match_key['f1']
    AND (
      match_key['f43'] = 0 OR match_key['f44'] = 0
    )
    THEN 5
    WHEN match_key['f0'] AND match_key['f1'] AND (
      match_key['f45'] > 0
    )
    THEN 4
    WHEN match_key['f0'] AND match_key['f1']
    THEN 3
    WHEN match_key['f43'] = 0 OR match_key['f44'] = 0
    THEN 2
    WHEN match_key['f45'] > 0
    THEN 1
    ELSE 0
  END AS gamma_targets,
  CASE
    WHEN match_key['f46'] = 0 OR match_key['f47'] = 0
    THEN 2
    WHEN match_key['f48'] > 0
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
    THEN CAST(0.633851218989007 AS DOUBLE)
    WHEN gamma_setting = 0
    THEN CAST(-0.4576713561027209 AS DOUBLE)
  END AS mw_setting,
  gamma_prominent,
  CASE
    WHEN gamma_prominent = 18
    THEN CAST(-0.40713247208898923 AS DOUBLE)
    WHEN gamma_prominent = 17
    THEN CAST(0.8410213212791122 AS DOUBLE)
    WHEN gamma_prominent = 16
    THEN CAST(1.2324838976605628 AS DOUBLE)
    WHEN gamma_prominent = 15
    THEN CAST(1.1931023031928236 AS DOUBLE)
    WHEN gamma_prominent = 14
    THEN CAST(0.4616896453301697 AS DOUBLE)
    WHEN gamma_prominent = 13
    THEN CAST(0.5567196831272103 AS DOUBLE)
    WHEN gamma_prominent = 12
    THEN CAST(0.2247455930948566 AS DOUBLE)
    WHEN gamma_prominent = 11
    THEN CAST(-0.6346490410255188 AS DOUBLE)
    WHEN gamma_prominent = 10
    THEN CAST(0.1628507655127041 AS DOUBLE)
    WHEN gamma_prominent = 9
    THEN CAST(-0.6414379374444471 AS DOUBLE)
    WHEN gamma_prominent = 8
    THEN CAST(-0.8003641289679624 AS DOUBLE)
    WHEN gamma_prominent = 7
    THEN CAST(-0.4921014589648031 AS DOUBLE)
    WHEN gamma_prominent = 6
    THEN CAST(-0.6938048407374651 AS DOUBLE)
    WHEN gamma_prominent = 5
    THEN CAST(-0.24865613294598007 AS DOUBLE)
    WHEN gamma_prominent = 4
    THEN CAST(0.37017096007998024 AS DOUBLE)
    WHEN gamma_prominent = 3
    THEN CAST(0.2163501699486262 AS DOUBLE)
    WHEN gamma_prominent = 2
    THEN CAST(0.6269190017039232 AS DOUBLE)
    WHEN gamma_prominent = 1
    THEN CAST(0.2083262466714506 AS DOUBLE)
    WHEN gamma_prominent = 0
    THEN CAST(-0.34933079516567295 AS DOUBLE)
  END AS mw_prominent,
  gamma_common,
  CASE
    WHEN gamma_common = 21
    THEN CAST(-0.6782797845787077 AS DOUBLE)
    WHEN gamma_common = 20
    THEN CAST(-0.5502453564874176 AS DOUBLE)
    WHEN gamma_common = 19
    THEN CAST(0.40967449479447565 AS DOUBLE)
    WHEN gamma_common = 18
    THEN CAST(1.482733541975447 AS DOUBLE)
    WHEN gamma_common = 17
    THEN CAST(0.9697493860655382 AS DOUBLE)
    WHEN gamma_common = 16
    THEN CAST(0.6549638806601484 AS DOUBLE)
    WHEN gamma_common = 15
    THEN CAST(0.15657647653027837 AS DOUBLE)
    WHEN gamma_common = 14
    THEN CAST(0.08685947640966775 AS DOUBLE)
    WHEN gamma_common = 13
    THEN CAST(-0.31152669253165277 AS DOUBLE)
    WHEN gamma_common = 12
    THEN CAST(-0.9349780538122967 AS DOUBLE)
    WHEN gamma_common = 11
    THEN CAST(-1.635489394748109 AS DOUBLE)
    WHEN gamma_common = 10
    THEN CAST(-0.512697830925837 AS DOUBLE)
    WHEN gamma_common = 9
    THEN CAST(1.5076836200234753 AS DOUBLE)
    WHEN gamma_common = 8
    THEN CAST(1.9327930443391246 AS DOUBLE)
    WHEN gamma_common = 7
    THEN CAST(1.4379072320310906 AS DOUBLE)
    WHEN gamma_common = 6
    THEN CAST(0.19262217889676023 AS DOUBLE)
    WHEN gamma_common = 5
    THEN CAST(-0.6865642851153912 AS DOUBLE)
    WHEN gamma_common = 4
    THEN CAST(-0.5571451042257418 AS DOUBLE)
    WHEN gamma_common = 3
    THEN CAST(-0.7280673681478651 AS DOUBLE)
    WHEN gamma_common = 2
    THEN CAST(-0.621800015949351 AS DOUBLE)
    WHEN gamma_common = 1
    THEN CAST(-2.572781684106742 AS DOUBLE)
    WHEN gamma_common = 0
    THEN CAST(-2.8369758776911906 AS DOUBLE)
  END AS mw_common,
  gamma_words,
  CASE
    WHEN gamma_words = 25
    THEN CAST(0.0951533936039019 AS DOUBLE)
    WHEN gamma_words = 24
    THEN CAST(0.2231882866942161 AS DOUBLE)
    WHEN gamma_words = 23
    THEN CAST(-0.37467897463755184 AS DOUBLE)
    WHEN gamma_words = 22
    THEN CAST(0.5551597094019052 AS DOUBLE)
    WHEN gamma_words = 21
    THEN CAST(0.708761058633294 AS DOUBLE)
    WHEN gamma_words = 20
    THEN CAST(1.9358013458879635 AS DOUBLE)
    WHEN gamma_words = 19
    THEN CAST(2.024450541642309 AS DOUBLE)
    WHEN gamma_words = 18
    THEN CAST(1.6593644237801277 AS DOUBLE)
    WHEN gamma_words = 17
    THEN CAST(0.9629491730830664 AS DOUBLE)
    WHEN gamma_words = 16
    THEN CAST(1.0406075841590792 AS DOUBLE)
    WHEN gamma_words = 15
    THEN CAST(0.6956774326172089 AS DOUBLE)
    WHEN gamma_words = 14
    THEN CAST(0.0019635224496989093 AS DOUBLE)
    WHEN gamma_words = 13
    THEN CAST(-0.5498523736386594 AS DOUBLE)
    WHEN gamma_words = 12
    THEN CAST(0.673468212995137 AS DOUBLE)
    WHEN gamma_words = 11
    THEN CAST(5.261998001750383 AS DOUBLE)
    WHEN gamma_words = 10
    THEN CAST(1.4046949857117983 AS DOUBLE)
    WHEN gamma_words = 9
    THEN CAST(1.8088104530011573 AS DOUBLE)
    WHEN gamma_words = 8
    THEN CAST(1.5435432754646883 AS DOUBLE)
    WHEN gamma_words = 7
    THEN CAST(0.9345380787321352 AS DOUBLE)
    WHEN gamma_words = 6
    THEN CAST(0.3411976513187453 AS DOUBLE)
    WHEN gamma_words = 5
    THEN CAST(-0.35451739156505696 AS DOUBLE)
    WHEN gamma_words = 4
    THEN CAST(-0.7139745345778257 AS DOUBLE)
    WHEN gamma_words = 3
    THEN CAST(-0.923960877523496 AS DOUBLE)
    WHEN gamma_words = 2
    THEN CAST(-0.8502708494269651 AS DOUBLE)
    WHEN gamma_words = 1
    THEN CAST(-1.292696975403348 AS DOUBLE)
    WHEN gamma_words = 0
    THEN CAST(-1.123880746648407 AS DOUBLE)
  END AS mw_words,
  gamma_pairs,
  CASE
    WHEN gamma_pairs = 18
    THEN CAST(-0.35026812401663576 AS DOUBLE)
    WHEN gamma_pairs = 17
    THEN CAST(0.17247362423964713 AS DOUBLE)
    WHEN gamma_pairs = 16
    THEN CAST(0.6246850419410097 AS DOUBLE)
    WHEN gamma_pairs = 15
    THEN CAST(-0.02986310764054111 AS DOUBLE)
    WHEN gamma_pairs = 14
    THEN CAST(1.5166355935239986 AS DOUBLE)
    WHEN gamma_pairs = 13
    THEN CAST(1.094855738879881 AS DOUBLE)
    WHEN gamma_pairs = 12
    THEN CAST(0.5011746339654068 AS DOUBLE)
    WHEN gamma_pairs = 11
    THEN CAST(0.48738753615629804 AS DOUBLE)
    WHEN gamma_pairs = 10
    THEN CAST(-0.014758856258906801 AS DOUBLE)
    WHEN gamma_pairs = 9
    THEN CAST(-0.4442712563143794 AS DOUBLE)
    WHEN gamma_pairs = 8
    THEN CAST(-1.1965547525864637 AS DOUBLE)
    WHEN gamma_pairs = 7
    THEN CAST(-1.054388677721096 AS DOUBLE)
    WHEN gamma_pairs = 6
    THEN CAST(-0.9374704222483269 AS DOUBLE)
    WHEN gamma_pairs = 5
    THEN CAST(0.2986266916624804 AS DOUBLE)
    WHEN gamma_pairs = 4
    THEN CAST(0.0010498720488742483 AS DOUBLE)
    WHEN gamma_pairs = 3
    THEN CAST(0.5445475796587503 AS DOUBLE)
    WHEN gamma_pairs = 2
    THEN CAST(-0.30546880235594676 AS DOUBLE)
    WHEN gamma_pairs = 1
    THEN CAST(1.301331555104293 AS DOUBLE)
    WHEN gamma_pairs = 0
    THEN CAST(0.6976232800681361 AS DOUBLE)
  END AS mw_pairs,
  gamma_names,
  CASE
    WHEN gamma_names = 21
    THEN CAST(0.2499864547089134 AS DOUBLE)
    WHEN gamma_names = 20
    THEN CAST(1.149848956691182 AS DOUBLE)
    WHEN gamma_names = 19
    THEN CAST(3.5381328386626882 AS DOUBLE)
    WHEN gamma_names = 18
    THEN CAST(3.368275199888358 AS DOUBLE)
    WHEN gamma_names = 17
    THEN CAST(2.882416329569789 AS DOUBLE)
    WHEN gamma_names = 16
    THEN CAST(1.7375344697157094 AS DOUBLE)
    WHEN gamma_names = 15
    THEN CAST(1.3815536457487738 AS DOUBLE)
    WHEN gamma_names = 14
    THEN CAST(1.4618420279329343 AS DOUBLE)
    WHEN gamma_names = 13
    THEN CAST(0.8862385935068912 AS DOUBLE)
    WHEN gamma_names = 12
    THEN CAST(0.375928592637609 AS DOUBLE)
    WHEN gamma_names = 11
    THEN CAST(-0.7100080818192782 AS DOUBLE)
    WHEN gamma_names = 10
    THEN CAST(-2.8654344623844077 AS DOUBLE)
    WHEN gamma_names = 9
    THEN CAST(1.2630791537236161 AS DOUBLE)
    WHEN gamma_names = 8
    THEN CAST(0.3130861157752206 AS DOUBLE)
    WHEN gamma_names = 7
    THEN CAST(1.6053013618812013 AS DOUBLE)
    WHEN gamma_names = 6
    THEN CAST(0.15353597303769817 AS DOUBLE)
    WHEN gamma_names = 5
    THEN CAST(0.01780330845160864 AS DOUBLE)
    WHEN gamma_names = 4
    THEN CAST(-0.10935543328752914 AS DOUBLE)
    WHEN gamma_names = 3
    THEN CAST(-0.31863881042180064 AS DOUBLE)
    WHEN gamma_names = 2
    THEN CAST(-0.8672689496362816 AS DOUBLE)
    WHEN gamma_names = 1
    THEN CAST(-0.040528475286124466 AS DOUBLE)
    WHEN gamma_names = 0
    THEN CAST(1.1535256541771117 AS DOUBLE)
  END AS mw_names,
  gamma_title,
  CASE
    WHEN gamma_title = 17
    THEN CAST(-0.026838715302849675 AS DOUBLE)
    WHEN gamma_title = 16
    THEN CAST(0.9723977827577406 AS DOUBLE)
    WHEN gamma_title = 15
    THEN CAST(-1.2187176352002536 AS DOUBLE)
    WHEN gamma_title = 14
    THEN CAST(0.13337466392019492 AS DOUBLE)
    WHEN gamma_title = 13
    THEN CAST(0.3975338471254839 AS DOUBLE)
    WHEN gamma_title = 12
    THEN CAST(1.924477683997725 AS DOUBLE)
    WHEN gamma_title = 11
    THEN CAST(0.7615589065751323 AS DOUBLE)
    WHEN gamma_title = 10
    THEN CAST(0.5124818901492595 AS DOUBLE)
    WHEN gamma_title = 9
    THEN CAST(-0.04066595509049002 AS DOUBLE)
    WHEN gamma_title = 8
    THEN CAST(-0.8895727446435505 AS DOUBLE)
    WHEN gamma_title = 7
    THEN CAST(-0.6000793040975496 AS DOUBLE)
    WHEN gamma_title = 6
    THEN CAST(0.0936362663591458 AS DOUBLE)
    WHEN gamma_title = 5
    THEN CAST(0.4314124466276691 AS DOUBLE)
    WHEN gamma_title = 4
    THEN CAST(0.8307987625857753 AS DOUBLE)
    WHEN gamma_title = 3
    THEN CAST(1.0586770003965562 AS DOUBLE)
    WHEN gamma_title = 2
    THEN CAST(1.9220828952865723 AS DOUBLE)
    WHEN gamma_title = 1
    THEN CAST(0.96019877349457 AS DOUBLE)
    WHEN gamma_title = 0
    THEN CAST(1.3349975986100466 AS DOUBLE)
  END AS mw_title,
  gamma_headed,
  CASE
    WHEN gamma_headed = 17
    THEN CAST(-0.9382816466915811 AS DOUBLE)
    WHEN gamma_headed = 16
    THEN CAST(-2.4070914316016383 AS DOUBLE)
    WHEN gamma_headed = 15
    THEN CAST(0.47080031945632 AS DOUBLE)
    WHEN gamma_headed = 14
    THEN CAST(-0.24114815976291515 AS DOUBLE)
    WHEN gamma_headed = 13
    THEN CAST(0.6653855516813627 AS DOUBLE)
    WHEN gamma_headed = 12
    THEN CAST(0.934715779531215 AS DOUBLE)
    WHEN gamma_headed = 11
    THEN CAST(0.459391320956234 AS DOUBLE)
    WHEN gamma_headed = 10
    THEN CAST(-0.184750190326184 AS DOUBLE)
    WHEN gamma_headed = 9
    THEN CAST(-1.0716602608224801 AS DOUBLE)
    WHEN gamma_headed = 8
    THEN CAST(-2.152900579582572 AS DOUBLE)
    WHEN gamma_headed = 7
    THEN CAST(1.5340656674693276 AS DOUBLE)
    WHEN gamma_headed = 6
    THEN CAST(0.19575382985254422 AS DOUBLE)
    WHEN gamma_headed = 5
    THEN CAST(-0.182975881838729 AS DOUBLE)
    WHEN gamma_headed = 4
    THEN CAST(-0.2849371771281503 AS DOUBLE)
    WHEN gamma_headed = 3
    THEN CAST(-0.5739887769898556 AS DOUBLE)
    WHEN gamma_headed = 2
    THEN CAST(-1.5167822604509158 AS DOUBLE)
    WHEN gamma_headed = 1
    THEN CAST(-0.34869423268464805 AS DOUBLE)
    WHEN gamma_headed = 0
    THEN CAST(-2.2051465871425857 AS DOUBLE)
  END AS mw_headed,
  gamma_house,
  CASE
    WHEN gamma_house = 2
    THEN CAST(-0.9830244494574047 AS DOUBLE)
    WHEN gamma_house = 1
    THEN CAST(-2.3839042091816744 AS DOUBLE)
    WHEN gamma_house = 0
    THEN CAST(0.07027429328676121 AS DOUBLE)
  END AS mw_house,
  gamma_published,
  CASE
    WHEN gamma_published = 17
    THEN CAST(-1.3189184841395218 AS DOUBLE)
    WHEN gamma_published = 16
    THEN CAST(2.4399427518567127 AS DOUBLE)
    WHEN gamma_published = 15
    THEN CAST(2.0958477667140465 AS DOUBLE)
    WHEN gamma_published = 14
    THEN CAST(2.09184405039295 AS DOUBLE)
    WHEN gamma_published = 13
    THEN CAST(0.9350886314197506 AS DOUBLE)
    WHEN gamma_published = 12
    THEN CAST(0.4979926976141484 AS DOUBLE)
    WHEN gamma_published = 11
    THEN CAST(0.005809416142256682 AS DOUBLE)
    WHEN gamma_published = 10
    THEN CAST(-0.8215829157901031 AS DOUBLE)
    WHEN gamma_published = 9
    THEN CAST(-1.5893847616414654 AS DOUBLE)
    WHEN gamma_published = 8
    THEN CAST(-0.7255223980446901 AS DOUBLE)
    WHEN gamma_published = 7
    THEN CAST(3.1590962698932463 AS DOUBLE)
    WHEN gamma_published = 6
    THEN CAST(2.6512081703757118 AS DOUBLE)
    WHEN gamma_published = 5
    THEN CAST(1.6964408802130506 AS DOUBLE)
    WHEN gamma_published = 4
    THEN CAST(0.10201152176927114 AS DOUBLE)
    WHEN gamma_published = 3
    THEN CAST(1.276208334096398 AS DOUBLE)
    WHEN gamma_published = 2
    THEN CAST(-1.7754689615244035 AS DOUBLE)
    WHEN gamma_published = 1
    THEN CAST(-2.024950670041812 AS DOUBLE)
    WHEN gamma_published = 0
    THEN CAST(-2.6139038749869874 AS DOUBLE)
  END AS mw_published,
  gamma_when,
  CASE
    WHEN gamma_when = 21
    THEN CAST(3.3530889239274915 AS DOUBLE)
    WHEN gamma_when = 20
    THEN CAST(0.6018942492709706 AS DOUBLE)
    WHEN gamma_when = 19
    THEN CAST(0.9438720663269133 AS DOUBLE)
    WHEN gamma_when = 18
    THEN CAST(2.773873852255293 AS DOUBLE)
    WHEN gamma_when = 17
    THEN CAST(0.943917867871419 AS DOUBLE)
    WHEN gamma_when = 16
    THEN CAST(1.051365777176514 AS DOUBLE)
    WHEN gamma_when = 15
    THEN CAST(-0.7746889644720492 AS DOUBLE)
    WHEN gamma_when = 14
    THEN CAST(-0.11441629764756141 AS DOUBLE)
    WHEN gamma_when = 13
    THEN CAST(-0.376250158358095 AS DOUBLE)
    WHEN gamma_when = 12
    THEN CAST(-2.5344825679937393 AS DOUBLE)
    WHEN gamma_when = 11
    THEN CAST(-1.5827562512734135 AS DOUBLE)
    WHEN gamma_when = 10
    THEN CAST(2.472580348674913 AS DOUBLE)
    WHEN gamma_when = 9
    THEN CAST(0.09349183565128871 AS DOUBLE)
    WHEN gamma_when = 8
    THEN CAST(0.3730581945255638 AS DOUBLE)
    WHEN gamma_when = 7
    THEN CAST(3.4421850858297383 AS DOUBLE)
    WHEN gamma_when = 6
    THEN CAST(-1.285484859856697 AS DOUBLE)
    WHEN gamma_when = 5
    THEN CAST(-0.1386389208866974 AS DOUBLE)
    WHEN gamma_when = 4
    THEN CAST(2.127663490150412 AS DOUBLE)
    WHEN gamma_when = 3
    THEN CAST(0.3963390048286188 AS DOUBLE)
    WHEN gamma_when = 2
    THEN CAST(-1.494295775666603 AS DOUBLE)
    WHEN gamma_when = 1
    THEN CAST(-1.7976644594400348 AS DOUBLE)
    WHEN gamma_when = 0
    THEN CAST(-0.9953363849307084 AS DOUBLE)
  END AS mw_when,
  gamma_where,
  CASE
    WHEN gamma_where = 21
    THEN CAST(0.0016346909921847778 AS DOUBLE)
    WHEN gamma_where = 20
    THEN CAST(1.5665950560563695 AS DOUBLE)
    WHEN gamma_where = 19
    THEN CAST(0.48947293981850365 AS DOUBLE)
    WHEN gamma_where = 18
    THEN CAST(1.0503015472875383 AS DOUBLE)
    WHEN gamma_where = 17
    THEN CAST(-0.1523414960832963 AS DOUBLE)
    WHEN gamma_where = 16
    THEN CAST(0.20678228159053844 AS DOUBLE)
    WHEN gamma_where = 15
    THEN CAST(0.8437337159803115 AS DOUBLE)
    WHEN gamma_where = 14
    THEN CAST(-1.1751566080926472 AS DOUBLE)
    WHEN gamma_where = 13
    THEN CAST(-1.0561836969790463 AS DOUBLE)
    WHEN gamma_where = 12
    THEN CAST(-2.1232685657230497 AS DOUBLE)
    WHEN gamma_where = 11
    THEN CAST(-1.337702678887701 AS DOUBLE)
    WHEN gamma_where = 10
    THEN CAST(-1.9710380131085377 AS DOUBLE)
    WHEN gamma_where = 9
    THEN CAST(2.1344861454100292 AS DOUBLE)
    WHEN gamma_where = 8
    THEN CAST(0.3815589747806968 AS DOUBLE)
    WHEN gamma_where = 7
    THEN CAST(2.8820048534360354 AS DOUBLE)
    WHEN gamma_where = 6
    THEN CAST(-1.3562179474763474 AS DOUBLE)
    WHEN gamma_where = 5
    THEN CAST(-1.7846715272162341 AS DOUBLE)
    WHEN gamma_where = 4
    THEN CAST(0.20071827568615397 AS DOUBLE)
    WHEN gamma_where = 3
    THEN CAST(-1.162873456735697 AS DOUBLE)
    WHEN gamma_where = 2
    THEN CAST(-1.8445617652393973 AS DOUBLE)
    WHEN gamma_where = 1
    THEN CAST(-1.9300450323456393 AS DOUBLE)
    WHEN gamma_where = 0
    THEN CAST(-0.3270124065122041 AS DOUBLE)
  END AS mw_where,
  gamma_dead,
  CASE
    WHEN gamma_dead = 11
    THEN CAST(-0.4446630877133774 AS DOUBLE)
    WHEN gamma_dead = 10
    THEN CAST(2.4494949525987058 AS DOUBLE)
    WHEN gamma_dead = 9
    THEN CAST(0.9000970519019966 AS DOUBLE)
    WHEN gamma_dead = 8
    THEN CAST(0.625378863001994 AS DOUBLE)
    WHEN gamma_dead = 7
    THEN CAST(0.8638450882809682 AS DOUBLE)
    WHEN gamma_dead = 6
    THEN CAST(0.09611828481254227 AS DOUBLE)
    WHEN gamma_dead = 5
    THEN CAST(-0.013985583204720977 AS DOUBLE)
    WHEN gamma_dead = 4
    THEN CAST(2.4027508601782714 AS DOUBLE)
    WHEN gamma_dead = 3
    THEN CAST(0.2710922681605936 AS DOUBLE)
    WHEN gamma_dead = 2
    THEN CAST(0.736712826184737 AS DOUBLE)
    WHEN gamma_dead = 1
    THEN CAST(-1.030179056721773 AS DOUBLE)
    WHEN gamma_dead = 0
    THEN CAST(1.0323617873571371 AS DOUBLE)
  END AS mw_dead,
  gamma_hurt,
  CASE
    WHEN gamma_hurt = 11
    THEN CAST(0.20971681453844987 AS DOUBLE)
    WHEN gamma_hurt = 10
    THEN CAST(1.7200610648945727 AS DOUBLE)
    WHEN gamma_hurt = 9
    THEN CAST(0.20729637298681602 AS DOUBLE)
    WHEN gamma_hurt = 8
    THEN CAST(-0.7674441329165514 AS DOUBLE)
    WHEN gamma_hurt = 7
    THEN CAST(-1.288857965672519 AS DOUBLE)
    WHEN gamma_hurt = 6
    THEN CAST(-0.7146483406148482 AS DOUBLE)
    WHEN gamma_hurt = 5
    THEN CAST(-0.008032828150209196 AS DOUBLE)
    WHEN gamma_hurt = 4
    THEN CAST(0.38317842090221366 AS DOUBLE)
    WHEN gamma_hurt = 3
    THEN CAST(-0.19545540710109036 AS DOUBLE)
    WHEN gamma_hurt = 2
    THEN CAST(0.24495267227939768 AS DOUBLE)
    WHEN gamma_hurt = 1
    THEN CAST(-0.6588538483231792 AS DOUBLE)
    WHEN gamma_hurt = 0
    THEN CAST(-1.4911870200703778 AS DOUBLE)
  END AS mw_hurt,
  gamma_methods,
  CASE
    WHEN gamma_methods = 5
    THEN CAST(0.49448926834438894 AS DOUBLE)
    WHEN gamma_methods = 4
    THEN CAST(-0.45074395764641706 AS DOUBLE)
    WHEN gamma_methods = 3
    THEN CAST(0.674138845435492 AS DOUBLE)
    WHEN gamma_methods = 2
    THEN CAST(0.021308443911356324 AS DOUBLE)
    WHEN gamma_methods = 1
    THEN CAST(1.0111570161457983 AS DOUBLE)
    WHEN gamma_methods = 0
    THEN CAST(-1.406100084027887 AS DOUBLE)
  END AS mw_methods,
  gamma_targets,
  CASE
    WHEN gamma_targets = 5
    THEN CAST(0.3172058583239528 AS DOUBLE)
    WHEN gamma_targets = 4
    THEN CAST(0.8959255691028294 AS DOUBLE)
    WHEN gamma_targets = 3
    THEN CAST(1.0288851885012977 AS DOUBLE)
    WHEN gamma_targets = 2
    THEN CAST(-0.3012944783589727 AS DOUBLE)
    WHEN gamma_targets = 1
    THEN CAST(1.5676301509499944 AS DOUBLE)
    WHEN gamma_targets = 0
    THEN CAST(-0.11584427025079398 AS DOUBLE)
  END AS mw_targets,
  gamma_attackers,
  CASE
    WHEN gamma_attackers = 2
    THEN CAST(0.0015892769874747072 AS DOUBLE)
    WHEN gamma_attackers = 1
    THEN CAST(0.7842697629665992 AS DOUBLE)
    WHEN gamma_attackers = 0
    THEN CAST(-1.4227350221655592 AS DOUBLE)
  END AS mw_attackers,
  gamma_lineage,
  CASE
    WHEN gamma_lineage = 1
    THEN CAST(1.450922233738433 AS DOUBLE)
    WHEN gamma_lineage = 0
    THEN CAST(-0.0013459432026083345 AS DOUBLE)
  END AS mw_lineage,
  match_key
FROM __splink__df_comparison_vectors
)
SELECT unique_id_l AS a, unique_id_r AS b, CAST(-4.119854402147253 AS DOUBLE) + mw_setting + mw_prominent + mw_common + mw_words + mw_pairs + mw_names + mw_title + mw_headed + mw_house + mw_published + mw_when + mw_where + mw_dead + mw_hurt + mw_methods + mw_targets + mw_attackers + mw_lineage AS weight, "mw_setting", "mw_prominent", "mw_common", "mw_words", "mw_pairs", "mw_names", "mw_title", "mw_headed", "mw_house", "mw_published", "mw_when", "mw_where", "mw_dead", "mw_hurt", "mw_methods", "mw_targets", "mw_attackers", "mw_lineage" FROM __splink__df_match_weight_parts
