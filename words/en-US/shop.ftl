### What a shop says: the status of orders, changes of the delivery address, returns.

## The number of an order

# The caller wants to hear about an order.
ask-order-number = What's your five-digit order number?
    .unclear-1 = Sorry, I didn't get that. What's your five-digit order number?
    .unclear-2 = Please enter the five digits on your keypad, or say agent to talk to a person.
    .silent-1 = Are you still there? What's your five-digit order number?
    .silent-2 = I still can't hear you. Please enter the five digits on your keypad, or press 0 to talk to a person.

# The number read back was wrong.
ask-order-number-again = Sorry about that. What's the right number?
    .unclear-1 = { ask-order-number.unclear-1 }
    .unclear-2 = { ask-order-number.unclear-2 }
    .silent-1 = { ask-order-number.silent-1 }
    .silent-2 = { ask-order-number.silent-2 }

# The number read back was wrong again.
ask-order-number-keypad = Sorry. Let's try it another way. Please enter the five digits on your keypad.
    .unclear-1 = { ask-order-number.unclear-1 }
    .unclear-2 = { ask-order-number.unclear-2 }
    .silent-1 = { ask-order-number.silent-1 }
    .silent-2 = { ask-order-number.silent-2 }

# No order has the number that was given.
ask-order-number-unknown = Let's try again. You'll find the number in your confirmation email. What is it?
    .unclear-1 = { ask-order-number.unclear-1 }
    .unclear-2 = { ask-order-number.unclear-2 }
    .silent-1 = { ask-order-number.silent-1 }
    .silent-2 = { ask-order-number.silent-2 }

# A number is read back.
#   $number (Digits, e.g. 55421) what was understood
confirm-order-number = I have { $number }. Is that right?
    .unclear-1 = Sorry, was that a yes or a no? I have { $number }.
    .unclear-2 = If your number is { $number }, say yes or press 1. If it isn't, say no or press 2.
    .silent-1 = Are you still there? I have { $number }. Is that right?
    .silent-2 = I still can't hear you. If your number is { $number }, press 1. If it isn't, press 2.
    .arm-b = So that's { $number }, right?

# Another number is read back, in place of the one before.
#   $number (Digits, e.g. 55421) what was understood
confirm-order-number-corrected = Okay, now I have { $number }. Is that right?
    .unclear-1 = { confirm-order-number.unclear-1 }
    .unclear-2 = { confirm-order-number.unclear-2 }
    .silent-1 = { confirm-order-number.silent-1 }
    .silent-2 = { confirm-order-number.silent-2 }

# The number read back was wrong too many times.
hand-over-order-number = I'm sorry, I keep getting your number wrong.

## What is known of an order

# No order has the number.
#   $number (Digits, e.g. 55421) what was looked up
tell-order-unknown = I couldn't find order { TOGETHER($number) }.

# No order has this number either.
#   $number (Digits, e.g. 55421) what was looked up
tell-order-unknown-again = I couldn't find order { TOGETHER($number) } either.

# How an order is doing.
#   $number (Digits, e.g. 55421) the order
#   $status (Word: processing | shipped | delivered | cancelled) how far it has come
#   $known (Word: neither | past | future | both) which days are told
#   $course (Word: on-time | late) whether it should have arrived by now
#   $past (Day, optional, e.g. 2026-03-01) when it left or arrived
#   $future (Day, optional, e.g. 2026-03-04) when it is due
tell-order-status =
    { $status ->
        [processing]
            { $known ->
                [neither] Order { TOGETHER($number) } is being prepared. It hasn't been shipped yet.
                [past] Order { TOGETHER($number) } is being prepared. It hasn't been shipped yet.
               *[other]
                    { $course ->
                        [late] Order { TOGETHER($number) } is still being prepared. It was due { $future }, so it's running late.
                       *[other] Order { TOGETHER($number) } is being prepared and should arrive { $future }.
                    }
            }
        [shipped]
            { $known ->
                [neither] Order { TOGETHER($number) } is on its way.
                [past] Order { TOGETHER($number) } was shipped { $past } and is on its way.
                [future]
                    { $course ->
                        [late] Order { TOGETHER($number) } is running late. It was due { $future }.
                       *[other] Order { TOGETHER($number) } is on its way and should arrive { $future }.
                    }
               *[other]
                    { $course ->
                        [late] Order { TOGETHER($number) } is running late. It was due { $future }.
                       *[other] Order { TOGETHER($number) } was shipped { $past } and should arrive { $future }.
                    }
            }
        [delivered]
            { $known ->
                [neither] Order { TOGETHER($number) } has been delivered.
                [future] Order { TOGETHER($number) } has been delivered.
               *[other] Order { TOGETHER($number) } was delivered { $past }.
            }
       *[cancelled] Order { TOGETHER($number) } was cancelled. If you didn't expect that, just ask for a person.
    }

## Likely next

# After an order that was delivered.
offer-next-return = If something's wrong with it, would you like to send it back?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to send it back?
    .unclear-2 = To send it back, say yes or press 1. If not, say no or press 2. For a person, press 0.
    .silent-1 = Are you still there? Would you like to send it back?
    .silent-2 = I still can't hear you. To send it back, press 1. If not, press 2. For a person, press 0.

# After an order that is late.
offer-next-person-late = Would you like to talk to a person?
    .unclear-1 = Sorry, was that a yes or a no? Would you like to talk to a person about the delay?
    .unclear-2 = To talk to a person, say yes or press 1. If you'd rather not, say no or press 2.
    .silent-1 = Are you still there? Would you like to talk to a person about the delay?
    .silent-2 = I still can't hear you. To talk to a person, press 1. If you'd rather not, press 2.

## Another delivery address

# The order has not left yet.
#   $number (Digits, e.g. 20440) the order
hand-over-address = Our team can change the address of order { TOGETHER($number) }.

# The order is on its way.
#   $number (Digits, e.g. 20440) the order
tell-address-shipped = Order { TOGETHER($number) } has already shipped, so I can't change its address.

# The order was delivered.
#   $number (Digits, e.g. 20440) the order
#   $why (Word: address | cancel) what cannot be done any more
offer-return-instead =
    { $why ->
        [cancel] Order { TOGETHER($number) } has already been delivered, so it can't be cancelled. Would you like to send it back instead?
       *[address] Order { TOGETHER($number) } has already been delivered, so I can't change its address. Would you like to send it back instead?
    }
    .unclear-1 = Sorry, was that a yes or a no? Would you like to send order { TOGETHER($number) } back?
    .unclear-2 = { offer-next-return.unclear-2 }
    .silent-1 = Are you still there? Would you like to send order { TOGETHER($number) } back?
    .silent-2 = { offer-next-return.silent-2 }

# The order was cancelled.
#   $number (Digits, e.g. 20440) the order
tell-address-cancelled = Order { TOGETHER($number) } was cancelled, so there's no delivery to change.

## Cancelling an order

# The order has not left yet.
#   $number (Digits, e.g. 20440) the order
hand-over-cancel = Order { TOGETHER($number) } hasn't been shipped yet, so our team can still cancel it.

# The order is on its way.
#   $number (Digits, e.g. 20440) the order
tell-cancel-shipped = Order { TOGETHER($number) } is on its way, so I can't cancel it. You can send it back later.

# The order was cancelled before.
#   $number (Digits, e.g. 20440) the order
tell-cancel-already = Order { TOGETHER($number) } is cancelled already. It won't be delivered.

## Sending something back

# The order was delivered.
ask-return-reason = Sorry to hear that. Why would you like to send it back?
    .variant-2 = I can help with that. Why would you like to send it back?
    .unclear-1 = Sorry, I didn't get that. Is it damaged, the wrong item, the wrong size, or something else?
    .unclear-2 = Just say damaged, wrong item, wrong size, or something else. For a person, press 0.
    .silent-1 = Are you still there? Why would you like to send it back?
    .silent-2 = I still can't hear you. Say damaged, wrong item, wrong size, or something else. For a person, press 0.

# Before a return is opened.
#   $why (Word: damaged | wrong-item | wrong-size | not-as-described | too-late | changed-mind | other) why it goes back
#   $number (Digits, e.g. 20440) the order
confirm-return = { $why ->
        [damaged] So order { TOGETHER($number) } goes back because it's damaged. Should I go ahead?
        [wrong-item] So order { TOGETHER($number) } goes back because it's the wrong item. Should I go ahead?
        [wrong-size] So order { TOGETHER($number) } goes back because it's the wrong size. Should I go ahead?
        [not-as-described] So order { TOGETHER($number) } goes back because it isn't what you expected. Should I go ahead?
        [too-late] So order { TOGETHER($number) } goes back because it came too late. Should I go ahead?
        [changed-mind] So order { TOGETHER($number) } goes back because you don't need it anymore. Should I go ahead?
       *[other] So order { TOGETHER($number) } goes back. Should I go ahead?
    }
    .unclear-1 = Sorry, was that a yes or a no? Should order { TOGETHER($number) } go back?
    .unclear-2 = To send it back, say yes or press 1. To keep it, say no or press 2.
    .silent-1 = Are you still there? Should I go ahead with the return of order { TOGETHER($number) }?
    .silent-2 = I still can't hear you. To send it back, press 1. To keep it, press 2. For a person, press 0.

# A return is open now.
#   $number (Digits, e.g. 20440) the order
tell-return-opened = Done: you can send back order { TOGETHER($number) }. We'll send you the label.
    .variant-2 = All set: you can send back order { TOGETHER($number) }. We'll send you the label.

# A return was open before.
#   $number (Digits, e.g. 20440) the order
tell-return-already-open = You've already got a return open for order { TOGETHER($number) }. We'll send you the label.

# The order is on its way.
#   $number (Digits, e.g. 20440) the order
tell-return-shipped = Order { TOGETHER($number) } hasn't arrived yet. Please call back when it has.

# The order was cancelled.
#   $number (Digits, e.g. 20440) the order
tell-return-cancelled = Order { TOGETHER($number) } was cancelled, so there's nothing to send back.

# The caller keeps it.
tell-return-dropped = Okay, I won't send anything back.
    .variant-2 = All right, I've left it as it is.

# The order has not left yet.
#   $number (Digits, e.g. 20440) the order
tell-return-processing = Order { TOGETHER($number) } hasn't been shipped yet, so there's nothing to send back.

# The order was delivered, and the records refuse it: it is too late.
#   $number (Digits, e.g. 20440) the order
tell-return-refused = I'm sorry, order { TOGETHER($number) } can't be sent back anymore.

# The records have no such order anymore.
#   $number (Digits, e.g. 20440) the order
tell-return-no-order = I'm sorry, I can't find order { TOGETHER($number) } now, so I didn't start a return.

# The records failed while the return was being opened.
hand-over-return-unsure = I'm sorry, I'm not sure your return went through, so I won't try again.

## What the agent reads

# The number of an order was not confirmed yet.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 55421) the order
summary-order-maybe = { part-reason }; they may mean order { TOGETHER($number) }.

# No order has the number that was given.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 55421) what was looked up
summary-order-unknown = { part-reason }; they gave order number { TOGETHER($number) }, which isn't known.

# The caller was told how an order is doing.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 55421) the order
#   $status (Word: processing | shipped | delivered | cancelled) how far it has come
summary-order-known =
    { part-reason }; they know that order { TOGETHER($number) } is { $status ->
        [processing] being prepared
        [shipped] on its way
        [delivered] delivered
       *[cancelled] cancelled
    }.

# They want another delivery address.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 20440) the order
#   $status (Word: processing | shipped | delivered | cancelled) how far it has come
summary-address = { part-reason }; they want another delivery address for order { TOGETHER($number) }, which is { $status ->
        [processing] being prepared
        [shipped] on its way
        [delivered] delivered
       *[cancelled] cancelled
    }.

# They want to cancel an order.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 20440) the order
#   $status (Word: processing | shipped | delivered | cancelled) how far it has come
summary-cancel = { part-reason }; they want to cancel order { TOGETHER($number) }, which is { $status ->
        [processing] being prepared
        [shipped] on its way
        [delivered] delivered
       *[cancelled] cancelled
    }.

# They want to send something back, and nothing was done about it.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 20440) the order
#   $why (Word: damaged | wrong-item | wrong-size | not-as-described | too-late | changed-mind | other) why it goes back
summary-return = { part-reason }; they want to send back order { TOGETHER($number) }{ $why ->
        [damaged] , which is damaged
        [wrong-item] , which is the wrong item
        [wrong-size] , which is the wrong size
        [not-as-described] , which isn't what they expected
        [too-late] , which came too late
        [changed-mind] , which they don't need anymore
       *[other] {""}
    }.

# A return was opened in this call.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 20440) the order
summary-return-opened = { part-reason }; they have a return open for order { TOGETHER($number) }.

# The records failed while a return was being opened.
#   $reason (Word: asked | not-understood | silence | backend | upset | denied | emergency | matter | none) why
#   $number (Digits, e.g. 20440) the order
summary-return-unsure = { part-reason }; a return of order { TOGETHER($number) } may be open. Check before you open another.
