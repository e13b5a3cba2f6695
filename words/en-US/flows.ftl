### What the flows say: from the first words of a call to the last.

## The first words

# Whom the caller has reached.
#   $business (Text, e.g. Northwind Outfitters) the business
tell-greeting = Thank you for calling { $business }.

# The caller speaks with a machine. Always said, since callers must be told.
tell-disclosure = You're speaking with an automated assistant.

# The caller is known.
#   $name (Text, e.g. Maria) the caller's name
tell-welcome-back = Welcome back, { $name }.

# The caller is known, but not by name.
tell-welcome-back-unnamed = Welcome back.

# Recording can be refused with a key.
tell-recording = This call may be recorded to help us serve you. To opt out, press star now.

# Recording has to be agreed to with a key.
ask-recording = May we record this call to help us serve you? To agree, press 1. If you'd rather not, press 2.
    .unclear-1 = Sorry, I didn't get that. To have this call recorded, press 1. If you'd rather not, press 2.
    .unclear-2 = We won't record this call unless you press 1. If you need a person, just ask.
    .silent-1 = Are you still there? To have this call recorded, press 1. If you'd rather not, press 2.
    .silent-2 = We won't record this call unless you press 1. If you need a person, just ask.

# Recording was refused.
note-recording-refused = Okay, we won't record this call.

## On the way to a person

# The caller goes to a person, and somebody is there. Why was said before, where there is a why.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
tell-connecting =
    { $reason ->
        [asked] I'm connecting you with someone now.
        [emergency] I'm connecting you with someone right now. Please stay on the line.
       *[other] I'll connect you with someone who can help.
    }

# The caller goes to a person, and it is known to whom.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $place (Text, e.g. our billing team) who answers there, as the line calls them
tell-connecting-to =
    { $reason ->
        [asked] I'm connecting you with { $place } now.
        [emergency] I'm connecting you with { $place } right now. Please stay on the line.
       *[other] I'll connect you with { $place }.
    }

# Nobody is there for the caller, who can leave a message.
#   $cause (Word: closed | unstaffed | full) why
tell-voicemail-only =
    { $cause ->
        [closed] We're closed right now, but you can leave us a message.
        [full] All our lines are busy right now, but you can leave us a message.
       *[unstaffed] Nobody's available right now, but you can leave us a message.
    }

# Nobody is there, and it is known when somebody will be.
#   $day (Word: today | tomorrow | later) when that is
#   $opens (Moment, e.g. 2026-03-05T09:00) when the line opens
#   $time (Time, e.g. 09:00) the time of it
tell-closed-until =
    { $day ->
        [today] We're closed right now. We open today at { $time }, and you can leave us a message.
        [tomorrow] We're closed right now. We open again tomorrow at { $time }, and you can leave us a message.
       *[later] We're closed right now. We open again on { $opens }, and you can leave us a message.
    }

# The caller goes to a person, said by the flow itself.
tell-putting-through = I'm putting you through to someone who can help. Please stay on the line.

# A person cannot be reached.
tell-no-person = I can't reach anyone right now, so let's take a message instead.

# Too many people are waiting.
tell-queue-long = A lot of people are waiting right now, so let's take a message instead.

## Waiting

# Said from time to time while the caller waits.
tell-still-waiting = Thanks for holding. Someone from our team will be with you soon.
    .variant-2 = Thanks for your patience. You're still in line, and someone will be with you soon.

# The caller may be called back instead.
offer-callback = If you'd rather have us call you back, press 1. Or just stay on the line.
    .unclear-1 = Sorry, I didn't get that. To have us call you back, press 1. Or just stay on the line.
    .unclear-2 = For a call back, press 1. To wait for a person, just stay on the line.
    .silent-1 = To have us call you back, press 1. Or just stay on the line.
    .silent-2 = For a call back, press 1. To wait for a person, just stay on the line.

# The caller will be called back.
tell-callback = We'll call you back as soon as someone is free.

# The caller cannot be called back.
tell-no-callback = I'm sorry, we can't call you back. Please stay on the line.

## Messages

# The caller leaves a message.
tell-voicemail = Please leave a message after the tone. Press pound when you're done.

# The caller refused recording, and a message has to be recorded.
tell-voicemail-recorded = A message has to be recorded, so just hang up if you'd rather not leave one.

# The recording begins.
tell-voicemail-now = Please speak now.

# The message was taken.
tell-voicemail-thanks = Thanks for your message.

# No message can be taken.
tell-no-voicemail = I'm sorry, we can't take a message right now. Please call again later.

## When something does not work

# A part of the line failed, and the call goes on.
tell-trouble = I'm sorry, something isn't working on our side. One moment, please.

# The call cannot go on.
tell-try-later = I'm sorry, we can't take your call right now. Please try again in a few minutes.

# The caller cannot be connected.
tell-cannot-connect = I'm sorry, we can't connect you right now. Please call again in a few minutes.

## The last words

# The end of a call that was served.
tell-goodbye = Thanks for calling. Goodbye.
    .variant-2 = Thanks for calling. Have a good day. Goodbye.

# The end of a call after other last words.
tell-goodbye-short = Goodbye.
