SELECT
  (SELECT count(*) FROM (
    SELECT day, owner, start_min, line_id FROM busy_time_source EXCEPT SELECT day, owner, start_min, line_id FROM busy_time
  )) + (SELECT count(*) FROM (
    SELECT day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id FROM busy_time
    EXCEPT
    SELECT day, owner, start_min, line_id, end_min, clean_min, appointment_id, group_id FROM busy_time_source
  )) AS wrong
