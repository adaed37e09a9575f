-- Names as skewed as names are: the square of an even draw. A slip puts an "x" into a name.
create table persons as
with rows as (select r as unique_id, r % {persons} as p from range({number}) as r(r))
select unique_id,
    case when chance(unique_id, 11) < 0.1 then 'x' else '' end
        || printf('%x', (hash(cast(floor(2000 * pow(chance(p, 1), 2)) as bigint)) & 16777215)::bigint) as first_name,
    case when chance(unique_id, 12) < 0.1 then 'x' else '' end
        || printf('%x', (hash(cast(floor(20000 * pow(chance(p, 2), 2)) as bigint)) & 16777215)::bigint) as surname,
    case when chance(unique_id, 13) < 0.9 then 1930 + cast(floor(80 * chance(p, 3)) as bigint) end as born,
    cast(floor(365 * chance(p, 4)) as bigint) as birthday,
    cast(floor(3000 * pow(chance(p, 5), 2)) as bigint) as city,
    case when chance(unique_id, 14) < 0.7 then printf('%x', (hash(p) & 4294967295)::bigint) || '@mail' end as email
from rows
