### What the line says of appointments with doctors: booking, moving and cancelling.

## Which doctor

# Nobody knows yet who the caller would see.
ask-doctor = Which doctor would you like to see? You can give me a name, or a specialty.
    .variant-2 = Who would you like to see? A doctor's name or a specialty is fine.
    .unclear-1 = Sorry, I didn't get that. You can say a doctor's name, or something like heart doctor or skin doctor.
    .unclear-2 = I still didn't get it. Say a doctor's name, say anyone, or press 0 for a person.
    .silent-1 = Are you still there? Which doctor would you like to see?
    .silent-2 = I still can't hear you. Say a doctor's name, or press 0 for a person.

# Several doctors fit what the caller said.
#   $doctors (All of Text, e.g. Dr. Chen; Dr. Okafor) who fits
choose-doctor = We have { $doctors }. Which one would you like, or doesn't it matter?
    .unclear-1 = Sorry, I didn't get that. We have { $doctors }, or say either one.
    .unclear-2 = I still didn't get it. Say the doctor's name, say either one, or press 0 for a person.
    .silent-1 = Are you still there? We have { $doctors }. Which one would you like?
    .silent-2 = I still can't hear you. Say the doctor's name, or press 0 for a person.

# Nobody here has that name.
#   $doctors (All of Text, e.g. Dr. Chen; Dr. Okafor; Dr. Ruiz; Dr. Patel; Dr. Nguyen) who works here
note-doctor-unknown = I can't find that doctor here. We have { $doctors }.

# Nobody here has that name, and there are too many doctors to tell.
note-doctor-not-here = I can't find that doctor here.

# Nobody here does that.
#   $doctors (All of Text, e.g. Dr. Chen; Dr. Okafor; Dr. Ruiz; Dr. Patel; Dr. Nguyen) who works here
note-specialty-unknown = I'm sorry, we don't have a doctor for that. We have { $doctors }.

# Nobody here does that, and there are too many doctors to tell.
note-specialty-not-here = I'm sorry, we don't have a doctor for that.

## Which day and time

# The day is not known yet.
ask-day = What day works for you? You can also say, as soon as possible.
    .variant-2 = When would you like to come in? A day, or as soon as possible, is fine.
    .unclear-1 = Sorry, I didn't get the day. You can say something like Thursday, or next week in the morning.
    .unclear-2 = I still didn't get it. Say a day, say as soon as possible, or press 0 for a person.
    .silent-1 = Are you still there? What day works for you?
    .silent-2 = I still can't hear you. Say a day, or press 0 for a person.

# The day to which an appointment is moved is not known yet.
ask-new-day = What day would you like instead?
    .unclear-1 = Sorry, I didn't get the day. You can say something like Friday, or next week in the morning.
    .unclear-2 = I still didn't get it. Say a day, say as soon as possible, or press 0 for a person.
    .silent-1 = Are you still there? What day would you like instead?
    .silent-2 = I still can't hear you. Say a day, or press 0 for a person.

# The caller turned down what was offered.
ask-other-time = What day or time would be better?
    .variant-2 = Okay. What would be better for you?
    .unclear-1 = Sorry, I didn't get that. You can say another day, another time, or another doctor.
    .unclear-2 = I still didn't get it. Say a day or a time, or press 0 for a person.
    .silent-1 = Are you still there? What day or time would be better?
    .silent-2 = I still can't hear you. Say a day or a time, or press 0 for a person.

# The caller named an hour that may be in the morning or in the evening.
#   $morning (Time, e.g. 08:00) the earlier time
#   $evening (Time, e.g. 20:00) the later time
choose-half-of-day = Is that { $morning } or { $evening }?
    .unclear-1 = Sorry, I didn't get that. Do you mean in the morning or in the evening?
    .unclear-2 = I still didn't get it. Say morning, say evening, or press 0 for a person.
    .silent-1 = Are you still there? Is that { $morning } or { $evening }?
    .silent-2 = I still can't hear you. Say morning or evening, or press 0 for a person.

# The caller named a time that is over.
note-past = That's already past.

# The caller named a day on which the clinic is closed.
#   $day (Day) which day
note-closed-day = We're closed { $day }.

# All openings of the day are taken.
#   $day (Day) which day
note-nothing-day = There's nothing free { $day }.

# The time that the caller named is taken, or not worked at.
note-nothing-then = I don't have anything free then.

# The caller asked for something before what was offered.
note-nothing-earlier = I don't have anything earlier.

# The caller asked for something after what was offered, or for somebody else.
note-nothing-other = I don't have anything else right now.

# Somebody else took the opening while it was confirmed.
note-taken = I'm sorry, somebody just took that time.
    .variant-2 = I'm sorry, that time has just gone.

## What is free

# Several openings of one day with one doctor.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $times (Any of Time, e.g. 10:00; 14:30) when there is room
choose-time = { $doctor } is free { $day } at { PAUSE() }{ $times }. Which would you like?
    .variant-2 = With { $doctor } I have, { $day }, { PAUSE() }{ $times }. Which one works?
    .unclear-1 = Sorry, I didn't get that. I have { $times }. You can also say later, or another day.
    .unclear-2 = I still didn't get it. Say the first, the second, neither, or press 0 for a person.
    .silent-1 = Are you still there? I have { $times }. Which would you like?
    .silent-2 = I still can't hear you. Say the first, or neither, or press 0 for a person.

# Two openings on different days with one doctor.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $first-day (Day) when the first is
#   $first-time (Time, e.g. 10:00) when the first is
#   $second-day (Day, e.g. 2026-03-06) when the second is
#   $second-time (Time, e.g. 09:00) when the second is
choose-moment = { $doctor } is free { $first-day } at { $first-time }, or { $second-day } at { $second-time }. Which would you like?
    .unclear-1 = Sorry, I didn't get that. Would you like the first, the second, or neither?
    .unclear-2 = I still didn't get it. Say the first, the second, neither, or press 0 for a person.
    .silent-1 = Are you still there? Would you like to come { $first-day } or { $second-day }?
    .silent-2 = I still can't hear you. Say the first, the second, neither, or press 0 for a person.

# Two openings with different doctors.
#   $first-doctor (Text, e.g. Dr. Chen) who the first is with
#   $second-doctor (Text, e.g. Dr. Okafor) who the second is with
#   $first-day (Day) when the first is
#   $first-time (Time, e.g. 10:00) when the first is
#   $second-day (Day, e.g. 2026-03-06) when the second is
#   $second-time (Time, e.g. 09:00) when the second is
choose-doctor-moment = I have { $first-doctor } { $first-day } at { $first-time }, or { $second-doctor } { $second-day } at { $second-time }. Which would you like?
    .unclear-1 = Sorry, I didn't get that. Would you like the first, the second, or neither?
    .unclear-2 = I still didn't get it. Say the first, the second, neither, or press 0 for a person.
    .silent-1 = Are you still there? Would you like the first, the second, or neither?
    .silent-2 = I still can't hear you. Say the first, the second, neither, or press 0 for a person.

# One opening that is not what the caller named, or the only one there is.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is, in full
#   $day (Day) which day
#   $time (Time) what time
offer-opening = The nearest I have is { $doctor } on { PAUSE() }{ $moment }. Shall I take that one?
    .unclear-1 = Sorry, I didn't get that. { $doctor } { $day } at { $time }: shall I take it? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to take it, 2 for something else, or 0 for a person.
    .silent-1 = Are you still there? { $doctor } { $day } at { $time }: shall I take it?
    .silent-2 = I still can't hear you. Press 1 to take it, 2 for something else, or 0 for a person.

# The doctor has no opening at all.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $other (Text, e.g. Dr. Okafor) who does the same
offer-other-doctor = I'm sorry, { $doctor } has nothing free. Shall I look for { $other } instead?
    .unclear-1 = Sorry, I didn't get that. Would you like to see { $other } instead? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to see { $other }, 2 for no, or 0 for a person.
    .silent-1 = Are you still there? Would you like to see { $other } instead?
    .silent-2 = I still can't hear you. Press 1 to see { $other }, 2 for no, or 0 for a person.

## Booking

# Doctor, day and time are read back together.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is, in full
#   $day (Day) which day
#   $time (Time) what time
confirm-appointment = That's { $doctor } on { PAUSE() }{ $moment }. Shall I book it?
    .variant-2 = So, { $doctor } on { PAUSE() }{ $moment }. Shall I book that?
    .unclear-1 = Sorry, I didn't get that. { $doctor } { $day } at { $time }: shall I book it? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to book it, 2 to change it, or 0 for a person.
    .silent-1 = Are you still there? { $doctor } { $day } at { $time }: shall I book it?
    .silent-2 = I still can't hear you. Press 1 to book it, 2 to change it, or 0 for a person.

# Everything else is known.
ask-patient-name = What's the name of the person who'll come?
    .unclear-1 = Sorry, I didn't get the name. Please say the first and the last name.
    .unclear-2 = I still didn't get it. Say the name, say skip, or press 0 for a person.
    .silent-1 = Are you still there? What's the name of the person who'll come?
    .silent-2 = I still can't hear you. Say the name, say skip, or press 0 for a person.

# It is in the calendar.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $time (Time) what time
tell-booked = You're booked with { $doctor } { $day } at { $time }.

# After it is in the calendar, where it cannot be texted.
#   $number (Digits, e.g. 482913) the number of the appointment
tell-appointment-number = Your appointment number is { PAUSE() }{ $number }.

# What was told goes out by SMS as well, with the number of the appointment.
tell-appointment-texted = I'm texting you the details.

## Whose appointment

# No appointment was found under the calling number.
ask-appointment-number = What's the six-digit number of your appointment?
    .unclear-1 = Sorry, I didn't get that. Please say the six digits one by one.
    .unclear-2 = I still didn't get it. Enter the six digits on your keypad, or press 0 for a person.
    .silent-1 = Are you still there? What's the six-digit number of your appointment?
    .silent-2 = I still can't hear you. Enter the six digits on your keypad, or press 0 for a person.

# The appointment with the number that was given is not the calling telephone's, or there is none.
ask-appointment-name = What's the full name the appointment is under?
    .unclear-1 = Sorry, I didn't get the name. Please say the first and the last name.
    .unclear-2 = I still didn't get it. Say the first and the last name, or press 0 for a person.
    .silent-1 = Are you still there? What's the full name the appointment is under?
    .silent-2 = I still can't hear you. Say the first and the last name, or press 0 for a person.

# No appointment was found under the calling number.
note-no-appointment = I can't find an appointment under the number you're calling from.

# No appointment has the number, or it is under another name.
note-appointment-unknown = I can't find an appointment with that number and name.

# The caller has two appointments.
#   $first-doctor (Text, e.g. Dr. Chen) who the first is with
#   $second-doctor (Text, e.g. Dr. Okafor) who the second is with
#   $first-day (Day) when the first is
#   $first-time (Time, e.g. 10:00) when the first is
#   $second-day (Day, e.g. 2026-03-06) when the second is
#   $second-time (Time, e.g. 09:00) when the second is
choose-appointment = You have { $first-doctor } { $first-day } at { $first-time }, and { $second-doctor } { $second-day } at { $second-time }. Which one is it?
    .unclear-1 = Sorry, I didn't get that. Do you mean the one with { $first-doctor }, or the one with { $second-doctor }?
    .unclear-2 = I still didn't get it. Say the first or the second, or press 0 for a person.
    .silent-1 = Are you still there? Do you mean the first one or the second?
    .silent-2 = I still can't hear you. Say the first or the second, or press 0 for a person.

# The caller has more than two appointments.
#   $count (Number, e.g. 4) how many there are
ask-which-appointment = You have { $count } appointments with us. What day is the one you mean?
    .unclear-1 = Sorry, I didn't get that. You can say the day, or the doctor's name.
    .unclear-2 = I still didn't get it. Say the day of the appointment, or press 0 for a person.
    .silent-1 = Are you still there? What day is the appointment you mean?
    .silent-2 = I still can't hear you. Say the day of the appointment, or press 0 for a person.

## Telling

# When an appointment is, to who asks.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $time (Time) what time
tell-appointment = You'll see { $doctor } { $day } at { $time }.

# Before the next two of more than two appointments.
#   $count (Number, e.g. 4) how many there are
tell-appointments = You have { $count } appointments with us. These are the next two.

## Moving and cancelling

# The one that is moved, before its new day is asked for.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $time (Time) what time
note-appointment = You have { $doctor } { $day } at { $time }.

# The new doctor, day and time are read back together.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is, in full
#   $day (Day) which day
#   $time (Time) what time
confirm-move = I'll move it to { $doctor } on { PAUSE() }{ $moment }. Is that right?
    .unclear-1 = Sorry, I didn't get that. Shall I move it to { $time } { $day }? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to move it, 2 to change it, or 0 for a person.
    .silent-1 = Are you still there? Shall I move it to { $time } { $day }?
    .silent-2 = I still can't hear you. Press 1 to move it, 2 to change it, or 0 for a person.

# It is in the calendar.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $time (Time) what time
tell-moved = It's moved. You'll see { $doctor } { $day } at { $time }.

# The appointment is read back before it is cancelled.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is, in full
#   $day (Day) which day
#   $time (Time) what time
confirm-cancel = That's { $doctor } on { PAUSE() }{ $moment }. Shall I cancel it?
    .unclear-1 = Sorry, I didn't get that. { $doctor } { $day } at { $time }: shall I cancel it? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 to cancel it, 2 to keep it, or 0 for a person.
    .silent-1 = Are you still there? { $doctor } { $day } at { $time }: shall I cancel it?
    .silent-2 = I still can't hear you. Press 1 to cancel it, 2 to keep it, or 0 for a person.

# It is out of the calendar.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $time (Time) what time
tell-cancelled = Your appointment with { $doctor } { $day } at { $time } is cancelled.

# The caller would rather keep it.
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $day (Day) which day
#   $time (Time) what time
tell-kept = Okay, I've left it as it is. You'll see { $doctor } { $day } at { $time }.

# It was cancelled or moved by somebody else.
tell-appointment-gone = That appointment isn't in our calendar anymore.

# An appointment was cancelled, or there is none to move.
offer-new-appointment = Would you like to book a new appointment?
    .unclear-1 = Sorry, I didn't get that. Would you like a new appointment? Say yes or no.
    .unclear-2 = I still didn't get it. Press 1 for a new appointment, 2 for no, or 0 for a person.
    .silent-1 = Are you still there? Would you like to book a new appointment?
    .silent-2 = I still can't hear you. Press 1 for a new appointment, 2 for no, or 0 for a person.

## A person goes on

# Nobody who fits has an opening.
hand-over-nothing-free = I'm sorry, I can't find a free time. Our team can look further.

# The caller named several doctors who are not here.
hand-over-no-doctor = I'm sorry I couldn't find the right doctor.

# Two numbers and names are those of no appointment.
hand-over-no-appointment = I'm sorry, I can't find your appointment.

# The calendar did not answer a change.
hand-over-appointment-unsure = I'm sorry, our calendar didn't answer, so I can't promise it went through. Our team will check that with you.

## Sent by SMS

# After booking.
#   $business (Text, e.g. Riverside Clinic) who sends it
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is
#   $number (Text, e.g. 482913) the number of the appointment
text-appointment = { $business }: you're booked with { $doctor } on { $moment }. Appointment number { $number }.

# After moving.
#   $business (Text, e.g. Riverside Clinic) who sends it
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is
#   $number (Text, e.g. 482913) the number of the appointment
text-appointment-moved = { $business }: your appointment is now with { $doctor } on { $moment }. Appointment number { $number }.

# After cancelling.
#   $business (Text, e.g. Riverside Clinic) who sends it
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is
text-appointment-cancelled = { $business }: your appointment with { $doctor } on { $moment } is cancelled.

## Told to the person who takes over

# Neither doctor nor time is known.
#   $goal (Word: book | move | cancel | check) what the caller wants
summary-appointment = { $goal ->
    [move] Wants to move an appointment.
    [cancel] Wants to cancel an appointment.
    [check] Wants to know when an appointment is.
   *[book] Wants to book an appointment.
}

# The doctor is known.
#   $goal (Word: book | move | cancel | check) what the caller wants
#   $doctor (Text, e.g. Dr. Chen) who it is with
summary-appointment-doctor = { $goal ->
    [move] Wants to move an appointment with { $doctor }.
    [cancel] Wants to cancel an appointment with { $doctor }.
    [check] Wants to know when an appointment with { $doctor } is.
   *[book] Wants to book an appointment with { $doctor }.
}

# Doctor and time are known.
#   $goal (Word: book | move | cancel | check) what the caller wants
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is
summary-appointment-moment = { $goal ->
    [move] Wants to move an appointment to { $doctor } on { $moment }.
    [cancel] Wants to cancel the appointment with { $doctor } on { $moment }.
    [check] Asked about the appointment with { $doctor } on { $moment }.
   *[book] Wants to book an appointment with { $doctor } on { $moment }.
}

# It is done.
#   $goal (Word: book | move | cancel | check) what the caller wanted
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is
summary-appointment-done = { $goal ->
    [move] Moved an appointment to { $doctor } on { $moment }.
    [cancel] Cancelled the appointment with { $doctor } on { $moment }.
    [check] Asked about the appointment with { $doctor } on { $moment }.
   *[book] Booked an appointment with { $doctor } on { $moment }.
}

# The calendar did not answer a change.
#   $goal (Word: book | move | cancel | check) what the caller wants
#   $doctor (Text, e.g. Dr. Chen) who it is with
#   $moment (Moment) when it is
summary-appointment-unsure = { $goal ->
    [move] Our calendar didn't answer: please check whether the appointment moved to { $doctor } on { $moment }.
    [cancel] Our calendar didn't answer: please check whether the appointment with { $doctor } on { $moment } is cancelled.
    [check] Our calendar didn't answer: please check the appointment with { $doctor } on { $moment }.
   *[book] Our calendar didn't answer: please check whether { $doctor } on { $moment } is booked.
}
