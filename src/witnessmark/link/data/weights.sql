-- Written by witnessmark.link.weights for the model c6ec3ef9b17c56f0
-- Overlap: o0 words[1:15] words[1:15]
-- Overlap: o1 words words
-- Overlap: o2 pairs pairs
-- Overlap: o3 names names
-- Overlap: o4 title title
-- Overlap: o5 title words
-- Overlap: o6 words title
WITH blocked_with_cols AS (
WITH worked AS (
    SELECT n,
    dated,
    first,
    large,
    last,
    lat,
    lineage,
    placed,
    point,
    published,
    publisher,
    peace AS s0,
    COALESCE(language, '') AS s1,
    words_weight AS s2,
    LENGTH(names) AS s3,
    LENGTH(title) AS s4,
    published AS s5,
    nights AS s6,
    LENGTH(nights) AS s7,
    first AS s8,
    last AS s9,
    cells AS s10,
    near AS s11,
    lat AS s12,
    COS(RADIANS(lat)) AS s13,
    lon AS s14,
    LENGTH(divisions) AS s15,
    wide AS s16,
    radius AS s17,
    divisions AS s18,
    LENGTH(dead) AS s19,
    dead AS s20,
    LIST_MAX(dead) AS s21,
    LENGTH(hurt) AS s22,
    hurt AS s23,
    LIST_MAX(hurt) AS s24,
    LENGTH(methods) AS s25,
    methods AS s26,
    LENGTH(targets) AS s27,
    targets AS s28,
    LENGTH(attackers) AS s29,
    attackers AS s30
    FROM sides
)
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
    struct_pack(f0 := COALESCE(l.s0, r.s0),
        f1 := COALESCE(r.s0, l.s0),
        f2 := l.s1,
        f3 := r.s1,
        f4 := met.o0,
        f5 := met.o1,
        f6 := SQRT(l.s2 * r.s2),
        f7 := met.o2,
        f8 := l.s3,
        f9 := r.s3,
        f10 := met.o3,
        f11 := l.s4,
        f12 := r.s4,
        f13 := met.o4,
        f14 := GREATEST(met.o5, met.o6),
        f15 := ABS(l.s5 - r.s5),
        f16 := LENGTH(CASE WHEN LENGTH(l.s6) > 0 AND LENGTH(r.s6) > 0 THEN LIST_FILTER(l.s6, LAMBDA v : ARRAY_CONTAINS(r.s6, v)) ELSE [] END),
        f17 := l.s7,
        f18 := r.s7,
        f19 := GREATEST(l.s8 - r.s9, r.s8 - l.s9),
        f20 := LENGTH(CASE WHEN LENGTH(l.s10) > 0 AND LENGTH(r.s11) > 0 THEN LIST_FILTER(l.s10, LAMBDA v : ARRAY_CONTAINS(r.s11, v)) ELSE [] END),
        f21 := ASIN(SQRT(LEAST(1, POWER(SIN(RADIANS(l.s12 - r.s12) / 2), 2) + l.s13 * r.s13 * POWER(SIN(RADIANS(l.s14 - r.s14) / 2), 2)))),
        f22 := l.s15,
        f23 := r.s15,
        f24 := LENGTH(CASE WHEN LENGTH(l.s16) > 0 AND LENGTH(r.s16) > 0 THEN LIST_FILTER(l.s16, LAMBDA v : ARRAY_CONTAINS(r.s16, v)) ELSE [] END),
        f25 := GREATEST(l.s17, r.s17),
        f26 := LENGTH(CASE WHEN LENGTH(l.s18) > 0 AND LENGTH(r.s18) > 0 THEN LIST_FILTER(l.s18, LAMBDA v : ARRAY_CONTAINS(r.s18, v)) ELSE [] END),
        f27 := l.s19,
        f28 := r.s19,
        f29 := LIST_MAX(CASE WHEN LENGTH(l.s20) > 0 AND LENGTH(r.s20) > 0 THEN LIST_FILTER(l.s20, LAMBDA v : ARRAY_CONTAINS(r.s20, v)) ELSE [] END),
        f30 := LENGTH(CASE WHEN LENGTH(l.s20) > 0 AND LENGTH(r.s20) > 0 THEN LIST_FILTER(l.s20, LAMBDA v : ARRAY_CONTAINS(r.s20, v)) ELSE [] END),
        f31 := l.s21,
        f32 := r.s21,
        f33 := l.s22,
        f34 := r.s22,
        f35 := LIST_MAX(CASE WHEN LENGTH(l.s23) > 0 AND LENGTH(r.s23) > 0 THEN LIST_FILTER(l.s23, LAMBDA v : ARRAY_CONTAINS(r.s23, v)) ELSE [] END),
        f36 := LENGTH(CASE WHEN LENGTH(l.s23) > 0 AND LENGTH(r.s23) > 0 THEN LIST_FILTER(l.s23, LAMBDA v : ARRAY_CONTAINS(r.s23, v)) ELSE [] END),
        f37 := l.s24,
        f38 := r.s24,
        f39 := l.s25,
        f40 := r.s25,
        f41 := LENGTH(CASE WHEN LENGTH(l.s26) > 0 AND LENGTH(r.s26) > 0 THEN LIST_FILTER(l.s26, LAMBDA v : ARRAY_CONTAINS(r.s26, v)) ELSE [] END),
        f42 := l.s27,
        f43 := r.s27,
        f44 := LENGTH(CASE WHEN LENGTH(l.s28) > 0 AND LENGTH(r.s28) > 0 THEN LIST_FILTER(l.s28, LAMBDA v : ARRAY_CONTAINS(r.s28, v)) ELSE [] END),
        f45 := l.s29,
        f46 := r.s29,
        f47 := LENGTH(CASE WHEN LENGTH(l.s30) > 0 AND LENGTH(r.s30) > 0 THEN LIST_FILTER(l.s30, LAMBDA v : ARRAY_CONTAINS(r.s30, v)) ELSE [] END)) AS match_key
FROM met JOIN worked AS l ON l.n = met.l JOIN worked AS r ON r.n = met.r
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
    THEN CAST(0.6393698150635821 AS DOUBLE)
    WHEN gamma_setting = 0
    THEN CAST(-0.46348868867283116 AS DOUBLE)
  END AS mw_setting,
  gamma_prominent,
  CASE
    WHEN gamma_prominent = 18
    THEN CAST(-0.4116134680899709 AS DOUBLE)
    WHEN gamma_prominent = 17
    THEN CAST(0.7949426329957024 AS DOUBLE)
    WHEN gamma_prominent = 16
    THEN CAST(1.2407256078481994 AS DOUBLE)
    WHEN gamma_prominent = 15
    THEN CAST(1.166164589892798 AS DOUBLE)
    WHEN gamma_prominent = 14
    THEN CAST(0.4215137180709393 AS DOUBLE)
    WHEN gamma_prominent = 13
    THEN CAST(0.5463757986209146 AS DOUBLE)
    WHEN gamma_prominent = 12
    THEN CAST(0.24441478183925225 AS DOUBLE)
    WHEN gamma_prominent = 11
    THEN CAST(-0.6399268571410421 AS DOUBLE)
    WHEN gamma_prominent = 10
    THEN CAST(0.054583630932184754 AS DOUBLE)
    WHEN gamma_prominent = 9
    THEN CAST(-0.6797497926264633 AS DOUBLE)
    WHEN gamma_prominent = 8
    THEN CAST(-0.6560345725044686 AS DOUBLE)
    WHEN gamma_prominent = 7
    THEN CAST(-0.43325959925184643 AS DOUBLE)
    WHEN gamma_prominent = 6
    THEN CAST(-0.7087866016240043 AS DOUBLE)
    WHEN gamma_prominent = 5
    THEN CAST(-0.24279633282431512 AS DOUBLE)
    WHEN gamma_prominent = 4
    THEN CAST(0.2851919613567515 AS DOUBLE)
    WHEN gamma_prominent = 3
    THEN CAST(0.1713212762998599 AS DOUBLE)
    WHEN gamma_prominent = 2
    THEN CAST(0.6532733294651276 AS DOUBLE)
    WHEN gamma_prominent = 1
    THEN CAST(0.1136469843514401 AS DOUBLE)
    WHEN gamma_prominent = 0
    THEN CAST(-0.10768613765610031 AS DOUBLE)
  END AS mw_prominent,
  gamma_common,
  CASE
    WHEN gamma_common = 20
    THEN CAST(-0.6426579300526362 AS DOUBLE)
    WHEN gamma_common = 19
    THEN CAST(0.4303589303256205 AS DOUBLE)
    WHEN gamma_common = 18
    THEN CAST(1.5602376313686437 AS DOUBLE)
    WHEN gamma_common = 17
    THEN CAST(0.9931194610631745 AS DOUBLE)
    WHEN gamma_common = 16
    THEN CAST(0.68550010568982 AS DOUBLE)
    WHEN gamma_common = 15
    THEN CAST(0.16507773774607043 AS DOUBLE)
    WHEN gamma_common = 14
    THEN CAST(0.05895566762987339 AS DOUBLE)
    WHEN gamma_common = 13
    THEN CAST(-0.28369528671316674 AS DOUBLE)
    WHEN gamma_common = 12
    THEN CAST(-0.8926578016490213 AS DOUBLE)
    WHEN gamma_common = 11
    THEN CAST(-1.3176924691708043 AS DOUBLE)
    WHEN gamma_common = 10
    THEN CAST(-0.4476118671090899 AS DOUBLE)
    WHEN gamma_common = 9
    THEN CAST(1.378545409582637 AS DOUBLE)
    WHEN gamma_common = 8
    THEN CAST(1.8686685829251255 AS DOUBLE)
    WHEN gamma_common = 7
    THEN CAST(1.485507962745731 AS DOUBLE)
    WHEN gamma_common = 6
    THEN CAST(0.1762928552776108 AS DOUBLE)
    WHEN gamma_common = 5
    THEN CAST(-0.7019075797967952 AS DOUBLE)
    WHEN gamma_common = 4
    THEN CAST(-0.5837527636365528 AS DOUBLE)
    WHEN gamma_common = 3
    THEN CAST(-0.7737459179766888 AS DOUBLE)
    WHEN gamma_common = 2
    THEN CAST(-0.6917469370864132 AS DOUBLE)
    WHEN gamma_common = 1
    THEN CAST(-2.2723881419183685 AS DOUBLE)
    WHEN gamma_common = 0
    THEN CAST(-3.008082405217596 AS DOUBLE)
  END AS mw_common,
  gamma_words,
  CASE
    WHEN gamma_words = 24
    THEN CAST(0.10647922431323303 AS DOUBLE)
    WHEN gamma_words = 23
    THEN CAST(-0.25001163550626315 AS DOUBLE)
    WHEN gamma_words = 22
    THEN CAST(0.6703231285998639 AS DOUBLE)
    WHEN gamma_words = 21
    THEN CAST(0.7934019518290434 AS DOUBLE)
    WHEN gamma_words = 20
    THEN CAST(1.8801190898499034 AS DOUBLE)
    WHEN gamma_words = 19
    THEN CAST(2.0450993410962 AS DOUBLE)
    WHEN gamma_words = 18
    THEN CAST(1.68826680831702 AS DOUBLE)
    WHEN gamma_words = 17
    THEN CAST(1.0316573003945457 AS DOUBLE)
    WHEN gamma_words = 16
    THEN CAST(1.159583872569208 AS DOUBLE)
    WHEN gamma_words = 15
    THEN CAST(0.7802253375543091 AS DOUBLE)
    WHEN gamma_words = 14
    THEN CAST(0.04511259638500497 AS DOUBLE)
    WHEN gamma_words = 13
    THEN CAST(-0.6610032851818604 AS DOUBLE)
    WHEN gamma_words = 12
    THEN CAST(0.5223725781519852 AS DOUBLE)
    WHEN gamma_words = 11
    THEN CAST(5.1437406201467715 AS DOUBLE)
    WHEN gamma_words = 10
    THEN CAST(1.2976655574133793 AS DOUBLE)
    WHEN gamma_words = 9
    THEN CAST(1.810879322853883 AS DOUBLE)
    WHEN gamma_words = 8
    THEN CAST(1.543615410598691 AS DOUBLE)
    WHEN gamma_words = 7
    THEN CAST(0.9726864019144271 AS DOUBLE)
    WHEN gamma_words = 6
    THEN CAST(0.4698245002582368 AS DOUBLE)
    WHEN gamma_words = 5
    THEN CAST(-0.3175898534794194 AS DOUBLE)
    WHEN gamma_words = 4
    THEN CAST(-0.6932421069064432 AS DOUBLE)
    WHEN gamma_words = 3
    THEN CAST(-0.8943380280709958 AS DOUBLE)
    WHEN gamma_words = 2
    THEN CAST(-0.8745595625820628 AS DOUBLE)
    WHEN gamma_words = 1
    THEN CAST(-1.3003695881988786 AS DOUBLE)
    WHEN gamma_words = 0
    THEN CAST(-1.5273538181510944 AS DOUBLE)
  END AS mw_words,
  gamma_pairs,
  CASE
    WHEN gamma_pairs = 18
    THEN CAST(-0.35402211570516745 AS DOUBLE)
    WHEN gamma_pairs = 17
    THEN CAST(0.16625753903613544 AS DOUBLE)
    WHEN gamma_pairs = 16
    THEN CAST(0.5442533002901501 AS DOUBLE)
    WHEN gamma_pairs = 15
    THEN CAST(-0.04576440875769428 AS DOUBLE)
    WHEN gamma_pairs = 14
    THEN CAST(1.4913689479456993 AS DOUBLE)
    WHEN gamma_pairs = 13
    THEN CAST(1.0805183259354698 AS DOUBLE)
    WHEN gamma_pairs = 12
    THEN CAST(0.4621470355739856 AS DOUBLE)
    WHEN gamma_pairs = 11
    THEN CAST(0.4458447110788484 AS DOUBLE)
    WHEN gamma_pairs = 10
    THEN CAST(0.0059175011499665855 AS DOUBLE)
    WHEN gamma_pairs = 9
    THEN CAST(-0.4831763960137069 AS DOUBLE)
    WHEN gamma_pairs = 8
    THEN CAST(-1.0671639810079288 AS DOUBLE)
    WHEN gamma_pairs = 7
    THEN CAST(-1.029454311666907 AS DOUBLE)
    WHEN gamma_pairs = 6
    THEN CAST(-0.9205292389595866 AS DOUBLE)
    WHEN gamma_pairs = 5
    THEN CAST(0.2633304331009046 AS DOUBLE)
    WHEN gamma_pairs = 4
    THEN CAST(0.005667552806047111 AS DOUBLE)
    WHEN gamma_pairs = 3
    THEN CAST(0.5741476540671769 AS DOUBLE)
    WHEN gamma_pairs = 2
    THEN CAST(-0.2814441605607775 AS DOUBLE)
    WHEN gamma_pairs = 1
    THEN CAST(1.2790674735466854 AS DOUBLE)
    WHEN gamma_pairs = 0
    THEN CAST(0.7695636660154366 AS DOUBLE)
  END AS mw_pairs,
  gamma_names,
  CASE
    WHEN gamma_names = 21
    THEN CAST(0.19553820382175666 AS DOUBLE)
    WHEN gamma_names = 20
    THEN CAST(1.1964381932656662 AS DOUBLE)
    WHEN gamma_names = 19
    THEN CAST(3.2495603391014316 AS DOUBLE)
    WHEN gamma_names = 18
    THEN CAST(3.1756954784030684 AS DOUBLE)
    WHEN gamma_names = 17
    THEN CAST(2.7683094327356366 AS DOUBLE)
    WHEN gamma_names = 16
    THEN CAST(1.5770937920291308 AS DOUBLE)
    WHEN gamma_names = 15
    THEN CAST(1.28064347186249 AS DOUBLE)
    WHEN gamma_names = 14
    THEN CAST(1.3992801128168861 AS DOUBLE)
    WHEN gamma_names = 13
    THEN CAST(0.8478220368292568 AS DOUBLE)
    WHEN gamma_names = 12
    THEN CAST(0.32066269363164507 AS DOUBLE)
    WHEN gamma_names = 11
    THEN CAST(-0.8191093525014393 AS DOUBLE)
    WHEN gamma_names = 10
    THEN CAST(-2.822163556418717 AS DOUBLE)
    WHEN gamma_names = 9
    THEN CAST(1.25216581007918 AS DOUBLE)
    WHEN gamma_names = 8
    THEN CAST(0.3176524438996425 AS DOUBLE)
    WHEN gamma_names = 7
    THEN CAST(1.5319203779157624 AS DOUBLE)
    WHEN gamma_names = 6
    THEN CAST(0.0892059890234243 AS DOUBLE)
    WHEN gamma_names = 5
    THEN CAST(0.09234372346030419 AS DOUBLE)
    WHEN gamma_names = 4
    THEN CAST(-0.10639625748160587 AS DOUBLE)
    WHEN gamma_names = 3
    THEN CAST(-0.3823379952373785 AS DOUBLE)
    WHEN gamma_names = 2
    THEN CAST(-0.8865391445060126 AS DOUBLE)
    WHEN gamma_names = 1
    THEN CAST(-0.035932972163807565 AS DOUBLE)
    WHEN gamma_names = 0
    THEN CAST(1.2666933983395656 AS DOUBLE)
  END AS mw_names,
  gamma_title,
  CASE
    WHEN gamma_title = 17
    THEN CAST(-0.01348624487278887 AS DOUBLE)
    WHEN gamma_title = 16
    THEN CAST(1.0240430431594019 AS DOUBLE)
    WHEN gamma_title = 15
    THEN CAST(-0.9902190896656564 AS DOUBLE)
    WHEN gamma_title = 14
    THEN CAST(0.19345426530160026 AS DOUBLE)
    WHEN gamma_title = 13
    THEN CAST(0.39788120703249397 AS DOUBLE)
    WHEN gamma_title = 12
    THEN CAST(1.9367261704026868 AS DOUBLE)
    WHEN gamma_title = 11
    THEN CAST(0.812035889732704 AS DOUBLE)
    WHEN gamma_title = 10
    THEN CAST(0.5304234092501516 AS DOUBLE)
    WHEN gamma_title = 9
    THEN CAST(-0.031677309297311405 AS DOUBLE)
    WHEN gamma_title = 8
    THEN CAST(-0.809160086751697 AS DOUBLE)
    WHEN gamma_title = 7
    THEN CAST(-0.6462413361869938 AS DOUBLE)
    WHEN gamma_title = 6
    THEN CAST(0.061937946699788415 AS DOUBLE)
    WHEN gamma_title = 5
    THEN CAST(0.3947275940934479 AS DOUBLE)
    WHEN gamma_title = 4
    THEN CAST(0.8071383987132251 AS DOUBLE)
    WHEN gamma_title = 3
    THEN CAST(1.0387650119799765 AS DOUBLE)
    WHEN gamma_title = 2
    THEN CAST(1.8748370506852419 AS DOUBLE)
    WHEN gamma_title = 1
    THEN CAST(0.9372546253043414 AS DOUBLE)
    WHEN gamma_title = 0
    THEN CAST(1.347172853324491 AS DOUBLE)
  END AS mw_title,
  gamma_headed,
  CASE
    WHEN gamma_headed = 17
    THEN CAST(-0.9936451156198213 AS DOUBLE)
    WHEN gamma_headed = 16
    THEN CAST(-2.4705403190399258 AS DOUBLE)
    WHEN gamma_headed = 15
    THEN CAST(0.2695996389318451 AS DOUBLE)
    WHEN gamma_headed = 14
    THEN CAST(-0.3946765099666717 AS DOUBLE)
    WHEN gamma_headed = 13
    THEN CAST(0.6016061186231397 AS DOUBLE)
    WHEN gamma_headed = 12
    THEN CAST(0.8359642317487406 AS DOUBLE)
    WHEN gamma_headed = 11
    THEN CAST(0.4508145080939814 AS DOUBLE)
    WHEN gamma_headed = 10
    THEN CAST(-0.24694962659365083 AS DOUBLE)
    WHEN gamma_headed = 9
    THEN CAST(-1.149393032066383 AS DOUBLE)
    WHEN gamma_headed = 8
    THEN CAST(-2.0962467481482867 AS DOUBLE)
    WHEN gamma_headed = 7
    THEN CAST(1.5396473875913212 AS DOUBLE)
    WHEN gamma_headed = 6
    THEN CAST(0.22631706212935848 AS DOUBLE)
    WHEN gamma_headed = 5
    THEN CAST(-0.22623608127885886 AS DOUBLE)
    WHEN gamma_headed = 4
    THEN CAST(-0.29809974740024703 AS DOUBLE)
    WHEN gamma_headed = 3
    THEN CAST(-0.6895457521332796 AS DOUBLE)
    WHEN gamma_headed = 2
    THEN CAST(-1.5815588334215922 AS DOUBLE)
    WHEN gamma_headed = 1
    THEN CAST(-0.4273060166409577 AS DOUBLE)
    WHEN gamma_headed = 0
    THEN CAST(-2.127022812972553 AS DOUBLE)
  END AS mw_headed,
  gamma_house,
  CASE
    WHEN gamma_house = 2
    THEN CAST(-0.9785487967396239 AS DOUBLE)
    WHEN gamma_house = 1
    THEN CAST(-2.361708957391281 AS DOUBLE)
    WHEN gamma_house = 0
    THEN CAST(0.0700218706976278 AS DOUBLE)
  END AS mw_house,
  gamma_published,
  CASE
    WHEN gamma_published = 17
    THEN CAST(-1.2392189975313723 AS DOUBLE)
    WHEN gamma_published = 16
    THEN CAST(2.3498320267752324 AS DOUBLE)
    WHEN gamma_published = 15
    THEN CAST(2.080800832613037 AS DOUBLE)
    WHEN gamma_published = 14
    THEN CAST(2.0568715913428224 AS DOUBLE)
    WHEN gamma_published = 13
    THEN CAST(0.9065432782238373 AS DOUBLE)
    WHEN gamma_published = 12
    THEN CAST(0.5171606165633338 AS DOUBLE)
    WHEN gamma_published = 11
    THEN CAST(0.021944406642456938 AS DOUBLE)
    WHEN gamma_published = 10
    THEN CAST(-0.8272299333625557 AS DOUBLE)
    WHEN gamma_published = 9
    THEN CAST(-1.5731279556657112 AS DOUBLE)
    WHEN gamma_published = 8
    THEN CAST(-0.7054355797273961 AS DOUBLE)
    WHEN gamma_published = 7
    THEN CAST(3.1625537636144396 AS DOUBLE)
    WHEN gamma_published = 6
    THEN CAST(2.6236999803993846 AS DOUBLE)
    WHEN gamma_published = 5
    THEN CAST(1.6632413360766998 AS DOUBLE)
    WHEN gamma_published = 4
    THEN CAST(0.206865494080177 AS DOUBLE)
    WHEN gamma_published = 3
    THEN CAST(1.3713857640532874 AS DOUBLE)
    WHEN gamma_published = 2
    THEN CAST(-1.8189376401248956 AS DOUBLE)
    WHEN gamma_published = 1
    THEN CAST(-2.136743653095572 AS DOUBLE)
    WHEN gamma_published = 0
    THEN CAST(-2.675910720797297 AS DOUBLE)
  END AS mw_published,
  gamma_when,
  CASE
    WHEN gamma_when = 21
    THEN CAST(3.334494694936191 AS DOUBLE)
    WHEN gamma_when = 20
    THEN CAST(0.5611491350522124 AS DOUBLE)
    WHEN gamma_when = 19
    THEN CAST(0.8648165725836836 AS DOUBLE)
    WHEN gamma_when = 18
    THEN CAST(2.84430758276884 AS DOUBLE)
    WHEN gamma_when = 17
    THEN CAST(1.0061564376195875 AS DOUBLE)
    WHEN gamma_when = 16
    THEN CAST(1.0447411423836874 AS DOUBLE)
    WHEN gamma_when = 15
    THEN CAST(-0.6723556478928954 AS DOUBLE)
    WHEN gamma_when = 14
    THEN CAST(-0.04205766931333745 AS DOUBLE)
    WHEN gamma_when = 13
    THEN CAST(-0.3645907377206898 AS DOUBLE)
    WHEN gamma_when = 12
    THEN CAST(-2.4608133250789352 AS DOUBLE)
    WHEN gamma_when = 11
    THEN CAST(-1.5410991520443869 AS DOUBLE)
    WHEN gamma_when = 10
    THEN CAST(2.5502445819121395 AS DOUBLE)
    WHEN gamma_when = 9
    THEN CAST(0.08366082629159484 AS DOUBLE)
    WHEN gamma_when = 8
    THEN CAST(0.3969797033662395 AS DOUBLE)
    WHEN gamma_when = 7
    THEN CAST(3.454750044232457 AS DOUBLE)
    WHEN gamma_when = 6
    THEN CAST(-0.8997885345087695 AS DOUBLE)
    WHEN gamma_when = 5
    THEN CAST(-0.09216718032757756 AS DOUBLE)
    WHEN gamma_when = 4
    THEN CAST(2.071737728639123 AS DOUBLE)
    WHEN gamma_when = 3
    THEN CAST(0.16471452018254432 AS DOUBLE)
    WHEN gamma_when = 2
    THEN CAST(-1.5879954523603084 AS DOUBLE)
    WHEN gamma_when = 1
    THEN CAST(-1.6900334180530192 AS DOUBLE)
    WHEN gamma_when = 0
    THEN CAST(-0.9802057950067723 AS DOUBLE)
  END AS mw_when,
  gamma_where,
  CASE
    WHEN gamma_where = 21
    THEN CAST(-0.04708467011814029 AS DOUBLE)
    WHEN gamma_where = 20
    THEN CAST(1.5750213177399808 AS DOUBLE)
    WHEN gamma_where = 19
    THEN CAST(0.4192472410685915 AS DOUBLE)
    WHEN gamma_where = 18
    THEN CAST(0.9639034464022286 AS DOUBLE)
    WHEN gamma_where = 17
    THEN CAST(-0.17076269290398438 AS DOUBLE)
    WHEN gamma_where = 16
    THEN CAST(0.1673806911579947 AS DOUBLE)
    WHEN gamma_where = 15
    THEN CAST(0.8408925594819753 AS DOUBLE)
    WHEN gamma_where = 14
    THEN CAST(-1.1828840974081511 AS DOUBLE)
    WHEN gamma_where = 13
    THEN CAST(-0.9708486159877744 AS DOUBLE)
    WHEN gamma_where = 12
    THEN CAST(-2.1090977103232813 AS DOUBLE)
    WHEN gamma_where = 11
    THEN CAST(-1.3118003359263914 AS DOUBLE)
    WHEN gamma_where = 10
    THEN CAST(-1.9348307285903652 AS DOUBLE)
    WHEN gamma_where = 9
    THEN CAST(2.2057646927392067 AS DOUBLE)
    WHEN gamma_where = 8
    THEN CAST(0.39763027745638596 AS DOUBLE)
    WHEN gamma_where = 7
    THEN CAST(2.9029980810742075 AS DOUBLE)
    WHEN gamma_where = 6
    THEN CAST(-1.3725658577152766 AS DOUBLE)
    WHEN gamma_where = 5
    THEN CAST(-1.9256893919796714 AS DOUBLE)
    WHEN gamma_where = 4
    THEN CAST(0.2864191557105782 AS DOUBLE)
    WHEN gamma_where = 3
    THEN CAST(-1.1088840628422887 AS DOUBLE)
    WHEN gamma_where = 2
    THEN CAST(-1.9342383085368615 AS DOUBLE)
    WHEN gamma_where = 1
    THEN CAST(-2.0313206171940794 AS DOUBLE)
    WHEN gamma_where = 0
    THEN CAST(-0.41416607776593456 AS DOUBLE)
  END AS mw_where,
  gamma_dead,
  CASE
    WHEN gamma_dead = 11
    THEN CAST(-0.41081611455574396 AS DOUBLE)
    WHEN gamma_dead = 10
    THEN CAST(2.2881176577323172 AS DOUBLE)
    WHEN gamma_dead = 9
    THEN CAST(0.9567441068260863 AS DOUBLE)
    WHEN gamma_dead = 8
    THEN CAST(0.6284446573626649 AS DOUBLE)
    WHEN gamma_dead = 7
    THEN CAST(0.9411196180214164 AS DOUBLE)
    WHEN gamma_dead = 6
    THEN CAST(0.20262160655340455 AS DOUBLE)
    WHEN gamma_dead = 5
    THEN CAST(-0.022584706012831673 AS DOUBLE)
    WHEN gamma_dead = 4
    THEN CAST(2.3192341837751567 AS DOUBLE)
    WHEN gamma_dead = 3
    THEN CAST(0.2590228692990762 AS DOUBLE)
    WHEN gamma_dead = 2
    THEN CAST(0.6443851159928372 AS DOUBLE)
    WHEN gamma_dead = 1
    THEN CAST(-0.5410624375134879 AS DOUBLE)
    WHEN gamma_dead = 0
    THEN CAST(0.8443802907765324 AS DOUBLE)
  END AS mw_dead,
  gamma_hurt,
  CASE
    WHEN gamma_hurt = 11
    THEN CAST(0.1951710492959395 AS DOUBLE)
    WHEN gamma_hurt = 10
    THEN CAST(1.564452028010422 AS DOUBLE)
    WHEN gamma_hurt = 9
    THEN CAST(0.23987722472750564 AS DOUBLE)
    WHEN gamma_hurt = 8
    THEN CAST(-0.746986690796474 AS DOUBLE)
    WHEN gamma_hurt = 7
    THEN CAST(-1.1708201613412679 AS DOUBLE)
    WHEN gamma_hurt = 6
    THEN CAST(-0.6694102567354199 AS DOUBLE)
    WHEN gamma_hurt = 5
    THEN CAST(-0.004038057107342385 AS DOUBLE)
    WHEN gamma_hurt = 4
    THEN CAST(0.22705848391213207 AS DOUBLE)
    WHEN gamma_hurt = 3
    THEN CAST(-0.1817762240696469 AS DOUBLE)
    WHEN gamma_hurt = 2
    THEN CAST(0.12780653467767 AS DOUBLE)
    WHEN gamma_hurt = 1
    THEN CAST(-0.6500332615103644 AS DOUBLE)
    WHEN gamma_hurt = 0
    THEN CAST(-1.2095725968006663 AS DOUBLE)
  END AS mw_hurt,
  gamma_methods,
  CASE
    WHEN gamma_methods = 5
    THEN CAST(0.502388355163725 AS DOUBLE)
    WHEN gamma_methods = 4
    THEN CAST(-0.48193460234436775 AS DOUBLE)
    WHEN gamma_methods = 3
    THEN CAST(0.7115888201314912 AS DOUBLE)
    WHEN gamma_methods = 2
    THEN CAST(0.02539443416845028 AS DOUBLE)
    WHEN gamma_methods = 1
    THEN CAST(1.0274825214994439 AS DOUBLE)
    WHEN gamma_methods = 0
    THEN CAST(-1.423693268577296 AS DOUBLE)
  END AS mw_methods,
  gamma_targets,
  CASE
    WHEN gamma_targets = 5
    THEN CAST(0.34770156032021143 AS DOUBLE)
    WHEN gamma_targets = 4
    THEN CAST(0.873905529286591 AS DOUBLE)
    WHEN gamma_targets = 3
    THEN CAST(1.0384396565130156 AS DOUBLE)
    WHEN gamma_targets = 2
    THEN CAST(-0.3188136023120171 AS DOUBLE)
    WHEN gamma_targets = 1
    THEN CAST(1.747812760994781 AS DOUBLE)
    WHEN gamma_targets = 0
    THEN CAST(-0.27181000998531896 AS DOUBLE)
  END AS mw_targets,
  gamma_attackers,
  CASE
    WHEN gamma_attackers = 2
    THEN CAST(0.0014240505370941075 AS DOUBLE)
    WHEN gamma_attackers = 1
    THEN CAST(0.7612168945558095 AS DOUBLE)
    WHEN gamma_attackers = 0
    THEN CAST(-1.266550265384314 AS DOUBLE)
  END AS mw_attackers,
  gamma_lineage,
  CASE
    WHEN gamma_lineage = 1
    THEN CAST(1.4983542954267937 AS DOUBLE)
    WHEN gamma_lineage = 0
    THEN CAST(-0.0014167410670345075 AS DOUBLE)
  END AS mw_lineage,
  match_key
FROM __splink__df_comparison_vectors
)
SELECT unique_id_l AS a, unique_id_r AS b, CAST(-4.1200002742876665 AS DOUBLE) + mw_setting + mw_prominent + mw_common + mw_words + mw_pairs + mw_names + mw_title + mw_headed + mw_house + mw_published + mw_when + mw_where + mw_dead + mw_hurt + mw_methods + mw_targets + mw_attackers + mw_lineage AS weight, "mw_setting", "mw_prominent", "mw_common", "mw_words", "mw_pairs", "mw_names", "mw_title", "mw_headed", "mw_house", "mw_published", "mw_when", "mw_where", "mw_dead", "mw_hurt", "mw_methods", "mw_targets", "mw_attackers", "mw_lineage" FROM __splink__df_match_weight_parts
