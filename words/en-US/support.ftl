### Technical support: what does not work, what helps, and a ticket when nothing does.

part-check = Say yes, no or I don't know. Or say agent to talk to a person.
part-check-silent = I still can't hear you. Say yes or no, or press 0 to talk to a person.
part-fix = Say ready when it's done, or say I can't. To talk to a person, say agent.
part-fix-silent = I'm still here. Say ready when it's done, or press 0 to talk to a person.

## What does not work

choose-service = What's giving you trouble: your internet, your phone, your television or your bill?
    .unclear-1 = Sorry, I didn't get that. Is it your internet, phone, television or bill?
    .unclear-2 = Just say internet, phone, television or bill. Or say agent to talk to a person.
    .silent-1 = Are you still there? Is it your internet, phone, television or bill?
    .silent-2 = I still can't hear you. Say internet, phone, television or bill, or press 0 to talk to a person.

# Said before the first question about a problem.
#   $service (Word: internet | phone | television) what does not work
note-trouble = { $service ->
    [internet] Okay, let's get your internet working again.
    [phone] Okay, let's get your phone working again.
   *[television] Okay, let's get your television working again.
    }
    .variant-2 = { $service ->
    [internet] Sorry about the trouble with your internet. Let's see what we can do.
    [phone] Sorry about the trouble with your phone. Let's see what we can do.
   *[television] Sorry about the trouble with your television. Let's see what we can do.
    }

choose-internet-symptom = What's happening: no connection at all, a slow one, or one that keeps dropping?
    .unclear-1 = Sorry, I didn't get that. Is there no connection, is it slow, or does it keep dropping?
    .unclear-2 = Just say no connection, slow, or dropping. Or say agent to talk to a person.
    .silent-1 = Are you still there? Is there no connection, is it slow, or does it keep dropping?
    .silent-2 = I still can't hear you. Say no connection, slow or dropping, or press 0 to talk to a person.

choose-phone-symptom = What's happening: no dial tone, noise on the line, or calls that don't go through?
    .unclear-1 = Sorry, I didn't get that. Is there no dial tone, is there noise, or do calls fail?
    .unclear-2 = Just say no dial tone, noise, or calls fail. Or say agent to talk to a person.
    .silent-1 = Are you still there? Is there no dial tone, is there noise, or do calls fail?
    .silent-2 = I still can't hear you. Say no dial tone, noise or calls fail, or press 0 to talk to a person.

choose-television-symptom = What's wrong: no picture, a frozen picture, no sound, or missing channels?
    .unclear-1 = Sorry, I didn't get that. Is it no picture, a frozen one, no sound, or missing channels?
    .unclear-2 = Just say no picture, frozen, no sound or missing channels. Or say agent to talk to a person.
    .silent-1 = Are you still there? Is it no picture, a frozen one, no sound, or missing channels?
    .silent-2 = I still can't hear you. Say picture, frozen, sound or channels, or press 0 to talk to a person.

## Steps that are a question

ask-router-on = Please look at your router. Is at least one light on?
    .unclear-1 = Sorry, was that a yes or a no? Is a light on your router on?
    .unclear-2 = { part-check }
    .silent-1 = Take your time. Is at least one light on your router on?
    .silent-2 = { part-check-silent }

ask-online-light = Is the light marked internet, or the one with a globe, green or white?
    .unclear-1 = Sorry, was that a yes or a no? Is the internet light green or white?
    .unclear-2 = { part-check }
    .silent-1 = Take your time. Is the internet light green or white?
    .silent-2 = { part-check-silent }

ask-slow-everywhere = Is it slow on all of your devices?
    .unclear-1 = Sorry, was that a yes or a no? Is it slow on all of your devices?
    .unclear-2 = { part-check }
    .silent-1 = Are you still there? Is it slow on all of your devices?
    .silent-2 = { part-check-silent }

ask-drops-near-router = Does it also drop when you're right next to the router?
    .unclear-1 = Sorry, was that a yes or a no? Does it also drop right next to the router?
    .unclear-2 = { part-check }
    .silent-1 = Are you still there? Does it also drop right next to the router?
    .silent-2 = { part-check-silent }

ask-every-number = Does it happen with every number you call?
    .unclear-1 = Sorry, was that a yes or a no? Does it happen with every number?
    .unclear-2 = { part-check }
    .silent-1 = Are you still there? Does it happen with every number you call?
    .silent-2 = { part-check-silent }

ask-box-on = Please look at your TV box. Is its light on?
    .unclear-1 = Sorry, was that a yes or a no? Is the light on your TV box on?
    .unclear-2 = { part-check }
    .silent-1 = Take your time. Is the light on your TV box on?
    .silent-2 = { part-check-silent }

## Steps that the caller does

ask-router-cables = Please push in every cable at the back of the router. Say ready when you've done it.
    .unclear-1 = Sorry, I didn't get that. Say ready when the router's cables are in, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Push in the router's cables, and say ready.
    .silent-2 = { part-fix-silent }

ask-plug-in-router = Please plug the router into another outlet and switch it on. Say ready when its lights are on.
    .unclear-1 = Sorry, I didn't get that. Say ready when the router's lights are on, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Say ready when the router's lights are on.
    .silent-2 = { part-fix-silent }

ask-restart-router = Please unplug the router, count to ten, and plug it back in. Say ready when its lights stop blinking.
    .variant-2 = Let's restart the router. Unplug it, count to ten, and plug it in again. Say ready when it stops blinking.
    .unclear-1 = Sorry, I didn't get that. Say ready when the router's lights stop blinking, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time, it can need two minutes. Say ready when the lights stop blinking.
    .silent-2 = { part-fix-silent }

ask-reconnect-wifi = On your device, please turn Wi-Fi off and on again. Say ready when it's connected.
    .unclear-1 = Sorry, I didn't get that. Say ready when your device is connected again, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Turn Wi-Fi off and on again, and say ready.
    .silent-2 = { part-fix-silent }

ask-restart-device = Please restart the device that's slow. Say ready when it's on again.
    .unclear-1 = Sorry, I didn't get that. Say ready when your device is on again, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Say ready when your device is on again.
    .silent-2 = { part-fix-silent }

ask-move-closer = Please try again right next to the router. Say ready when you've tried.
    .unclear-1 = Sorry, I didn't get that. Say ready when you've tried next to the router, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Try it right next to the router, and say ready.
    .silent-2 = { part-fix-silent }

ask-move-router = Please put the router somewhere open, away from walls and the TV. Say ready when it's back on.
    .unclear-1 = Sorry, I didn't get that. Say ready when the router is in its new place, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Say ready when the router is in its new place.
    .silent-2 = { part-fix-silent }

ask-phone-cable = Please push in both ends of the phone's cable. Say ready when you've done it.
    .unclear-1 = Sorry, I didn't get that. Say ready when both ends of the cable are in, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Push in both ends of the phone's cable, and say ready.
    .silent-2 = { part-fix-silent }

ask-move-phone = Please move the phone away from the router and other devices. Say ready when you've done it.
    .unclear-1 = Sorry, I didn't get that. Say ready when you've moved the phone, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Move the phone away from other devices, and say ready.
    .silent-2 = { part-fix-silent }

ask-dial-area-code = Please dial again, with a 1 and the area code first. Say ready when you've tried.
    .unclear-1 = Sorry, I didn't get that. Say ready when you've dialed with the area code, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Dial with a 1 and the area code, and say ready.
    .silent-2 = { part-fix-silent }

ask-plug-in-box = Please plug the TV box into another outlet and turn it on. Say ready when its light is on.
    .unclear-1 = Sorry, I didn't get that. Say ready when the light on the box is on, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Say ready when the light on the TV box is on.
    .silent-2 = { part-fix-silent }

ask-change-source = On the TV's remote, press Source until you see our menu. Say ready when you've tried each one.
    .unclear-1 = Sorry, I didn't get that. Say ready when you've tried each source, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Press Source on the remote, and say ready.
    .silent-2 = { part-fix-silent }

ask-restart-box = Please unplug the TV box, count to ten, and plug it back in. Say ready when the menu is back.
    .variant-2 = Let's restart the TV box. Unplug it, count to ten, and plug it in again. Say ready when the menu is back.
    .unclear-1 = Sorry, I didn't get that. Say ready when the TV box is on again, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time, it can need two minutes. Say ready when the menu is back.
    .silent-2 = { part-fix-silent }

ask-box-cables = Please push in every cable at the back of the TV box. Say ready when you've done it.
    .unclear-1 = Sorry, I didn't get that. Say ready when the box's cables are in, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Push in the cables of the TV box, and say ready.
    .silent-2 = { part-fix-silent }

ask-turn-up-volume = Please press Volume Up on the TV's remote a few times. Say ready when you've tried.
    .unclear-1 = Sorry, I didn't get that. Say ready when you've turned up the volume, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Turn up the volume, and say ready.
    .silent-2 = { part-fix-silent }

ask-search-channels = On the remote, press Menu, then choose Find channels. Say ready when it's finished.
    .unclear-1 = Sorry, I didn't get that. Say ready when the TV has looked for channels, or say I can't.
    .unclear-2 = { part-fix }
    .silent-1 = Take your time. Say ready when the TV has found its channels.
    .silent-2 = { part-fix-silent }

## Whether it helped

#   $service (Word: internet | phone | television) what did not work
confirm-works = { $service ->
    [internet] Is your internet working now?
    [phone] Is your phone working now?
   *[television] Is your television working now?
    }
    .variant-2 = { $service ->
    [internet] How about now, is your internet working?
    [phone] How about now, is your phone working?
   *[television] How about now, is your television working?
    }
    .unclear-1 = { $service ->
    [internet] Sorry, was that a yes or a no? Is your internet working now?
    [phone] Sorry, was that a yes or a no? Is your phone working now?
   *[television] Sorry, was that a yes or a no? Is your television working now?
    }
    .unclear-2 = { $service ->
    [internet] If your internet works, say yes. If not, say no. Or say agent to talk to a person.
    [phone] If your phone works, say yes. If not, say no. Or say agent to talk to a person.
   *[television] If your television works, say yes. If not, say no. Or say agent to talk to a person.
    }
    .silent-1 = { $service ->
    [internet] Take your time. Is your internet working now?
    [phone] Take your time. Is your phone working now?
   *[television] Take your time. Is your television working now?
    }
    .silent-2 = { $service ->
    [internet] I still can't hear you. If your internet works, press 1. If not, press 2. For a person, press 0.
    [phone] I still can't hear you. If your phone works, press 1. If not, press 2. For a person, press 0.
   *[television] I still can't hear you. If your television works, press 1. If not, press 2. For a person, press 0.
    }

# Said between two steps.
note-next-step = Okay, let's try something else.
    .variant-2 = All right, here's the next thing to try.
    .variant-3 = Got it. Let's go on.

# The caller did it before calling.
note-tried-before = Good, then we can skip that.

# The caller asks where they were.
#   $service (Word: internet | phone | television) what does not work
note-place = { $service ->
    [internet] We're getting your internet to work.
    [phone] We're getting your phone to work.
   *[television] We're getting your television to work.
    }

# The caller says that something else does not work.
#   $service (Word: internet | phone | television | billing) what does not work
note-service = { $service ->
    [internet] Okay, so it's your internet.
    [phone] Okay, so it's your phone.
    [television] Okay, so it's your television.
   *[billing] Okay, so it's about your bill.
    }

## Going on later

#   $service (Word: internet | phone | television) what did not work
offer-resume = { $service ->
    [internet] We'd started to fix your internet. Shall we pick up where we stopped?
    [phone] We'd started to fix your phone. Shall we pick up where we stopped?
   *[television] We'd started to fix your television. Shall we pick up where we stopped?
    }
    .unclear-1 = { $service ->
    [internet] Sorry, was that a yes or a no? Shall we go on with your internet?
    [phone] Sorry, was that a yes or a no? Shall we go on with your phone?
   *[television] Sorry, was that a yes or a no? Shall we go on with your television?
    }
    .unclear-2 = To go on, say yes or press 1. To start over, say no or press 2. Or say agent to talk to a person.
    .silent-1 = { $service ->
    [internet] Are you still there? Shall we go on with your internet?
    [phone] Are you still there? Shall we go on with your phone?
   *[television] Are you still there? Shall we go on with your television?
    }
    .silent-2 = I still can't hear you. To go on, press 1. To start over, press 2. For a person, press 0.

# After one thing works, the other that the caller named.
#   $service (Word: internet | phone | television) what does not work
offer-other-service = { $service ->
    [internet] You also mentioned your internet. Shall we look at that now?
    [phone] You also mentioned your phone. Shall we look at that now?
   *[television] You also mentioned your television. Shall we look at that now?
    }
    .unclear-1 = { $service ->
    [internet] Sorry, was that a yes or a no? Shall we look at your internet?
    [phone] Sorry, was that a yes or a no? Shall we look at your phone?
   *[television] Sorry, was that a yes or a no? Shall we look at your television?
    }
    .unclear-2 = To look at that too, say yes or press 1. If not, say no or press 2. Or say agent to talk to a person.
    .silent-1 = { $service ->
    [internet] Are you still there? Shall we look at your internet now?
    [phone] Are you still there? Shall we look at your phone now?
   *[television] Are you still there? Shall we look at your television now?
    }
    .silent-2 = I still can't hear you. To look at that too, press 1. If not, press 2. For a person, press 0.

## How it ends

#   $service (Word: internet | phone | television) what works again
tell-solved = { $service ->
    [internet] Great, I'm glad your internet is back.
    [phone] Great, I'm glad your phone is working again.
   *[television] Great, I'm glad your television is working again.
    }
    .variant-2 = { $service ->
    [internet] Wonderful. Your internet is up again.
    [phone] Wonderful. Your phone is up again.
   *[television] Wonderful. Your television is up again.
    }

# A ticket was opened, and its number goes by SMS.
tell-ticket-by-text = I can't fix that from here, so I'm texting you a ticket number.

# A ticket was opened, and nothing can be sent.
#   $number (Digits, e.g. 482913) the ticket's number
tell-ticket = I've opened a ticket for that. Please note its number: { PAUSE() }{ $number }.

#   $number (Digits, e.g. 482913) the ticket's number
tell-ticket-again = I've already opened a ticket for that. Its number is { PAUSE() }{ $number }.

offer-technician = Would you like to talk to a technician now?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to talk to a technician?
    .unclear-2 = To talk to a technician, say yes or press 1. If you'd rather not, say no or press 2.
    .silent-1 = Are you still there? Would you like to talk to a technician now?
    .silent-2 = I still can't hear you. To talk to a technician, press 1. If you'd rather not, press 2.

tell-ticket-stays = All right. Our technicians have your ticket and will take it from here.

hand-over-technician = Okay. Our technicians will see what we've tried.

hand-over-no-ticket = I'm sorry, I couldn't open a ticket just now.

hand-over-billing = I can't look into a bill myself.

# After a wish to pay: the line also takes payments.
offer-pay-bill = I can help you pay your bill right now. Would you like that?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to pay your bill now?
    .unclear-2 = To pay your bill, say yes or press 1. If not, say no or press 2. Or say agent to talk to a person.
    .silent-1 = Are you still there? Would you like to pay your bill now?
    .silent-2 = I still can't hear you. To pay your bill, press 1. If not, press 2. For a person, press 0.

## SMS

#   $business (Text, e.g. Brightwave) name of the business
#   $number (Text, e.g. 482913) the ticket's number
text-ticket = { $business }: your ticket is { $number }. Please have it at hand when you call us about it.

## For the person who takes over

# What was found out and tried.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $service (Word: internet | phone | television | billing | unknown) what does not work
#   $has-symptom (Word: yes | no) whether it is known what is wrong with it
#   $symptom (Text, e.g. no connection) what is wrong with it, as the steps call it
#   $n-failed (Number, e.g. 2) steps that did not help
#   $failed (All of Text, e.g. check cables; restart router) those steps
#   $n-skipped (Number, e.g. 1) steps that the caller could not do
#   $skipped (All of Text, e.g. move phone) those steps
#   $has-ticket (Word: yes | no) whether there is a ticket
#   $ticket (Text, e.g. 482913) its number
summary-support =
    { part-reason }; { $service ->
        [internet] problem with the internet
        [phone] problem with the phone
        [television] problem with the television
        [billing] a question about a bill
       *[unknown] a problem that they didn't name
    }{ $has-symptom ->
        [yes] : { $symptom }.
       *[no] .
    }{ $n-failed ->
        [0] {""}
       *[other] {" Tried without success: "}{ $failed }.
    }{ $n-skipped ->
        [0] {""}
       *[other] {" Couldn't try: "}{ $skipped }.
    }{ $has-ticket ->
        [yes] {" Ticket "}{ $ticket }.
       *[no] {""}
    }
