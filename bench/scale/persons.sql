-- Names and postcodes as skewed as they are: the square of an even draw. A slip puts an "x" into a name, takes the
-- day of another or leaves a field out. Postcodes have the form of British ones, which Splink's comparison takes apart.
create table persons as
with rows as (select r as unique_id, r % {persons} as p from range({number}) as r(r)),
drawn as (
    select unique_id, p, printf('%x', (hash(cast(floor(case when chance(p, 7) < 0.38 then 14 * pow(chance(p, 1), 1.5)
            else 14 + 2000 * pow(chance(p, 1), 2) end) as bigint)) & 16777215)::bigint) as one,
        printf('%x', (hash(cast(floor(20000 * pow(chance(p, 2), 4)) as bigint)) & 16777215)::bigint) as other,
        cast(floor(80 * 365 * chance(p, 3)) as bigint) as day, cast(floor(9000 * pow(chance(p, 4), 2)) as bigint) as code
    from rows
),
told as (
    select unique_id,
        case when chance(unique_id, 11) < 0.1 then 'x' else '' end || one as first_name,
        case when chance(unique_id, 12) < 0.1 then 'x' else '' end || other as surname,
        case when chance(unique_id, 13) < 0.85
            then cast(date '1850-01-01' + cast(day + case when chance(unique_id, 14) < 0.1 then 30 else 0 end as integer) as varchar)
            end as dob,
        case when chance(unique_id, 15) < 0.85
            then 'abcdefghij'[code // 900 + 1] || 'abcdefghij'[code // 90 % 10 + 1] || (code // 10 % 9 + 1) || ' ' || code % 10
                || case when chance(unique_id, 16) < 0.2 then 'wy' else 'wz' end
            end as postcode,
        case when chance(unique_id, 17) < 0.8 then cast(floor(3000 * pow(chance(p, 5), 2)) as bigint)::varchar end as birth_place,
        case when chance(unique_id, 18) < 0.7 then cast(floor(500 * pow(chance(p, 6), 2)) as bigint)::varchar end as occupation
    from drawn
)
select *, first_name || ' ' || surname as first_name_surname_concat from told
